package org.thalweg.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.SampledEvaluator;
import org.thalweg.api.problem.SampledLandscape;
import org.thalweg.testkit.LandscapeContract;

class PerceptronTest {
  private static SampledLandscape network(Activation f, Data data, long... layers) {
    return (SampledLandscape) new Perceptron().create(new Perceptron.Params(layers, f, data), null);
  }

  /** A network on samples of our own. */
  private static PerceptronLandscape tiny(Activation f, double[][] rows, int[] labels, int... w) {
    return new PerceptronLandscape(new Layers(w), f, new Samples(rows, labels, w[w.length - 1]));
  }

  private static double[] gradient(SampledLandscape landscape, double[] x) {
    double[] out = new double[landscape.dim()];
    landscape.gradient(x, out);
    return out;
  }

  private static double[] random(int n) {
    return new SplittableRandom(5).doubles(n, -0.7, 0.7).toArray();
  }

  @Test
  void networksKeepTheirContract() {
    LandscapeContract.of(network(Activation.TANH, new Data.Generated(), 10)).verify();
    Data few = new Data.Generated(30, 5, 3, 2);
    LandscapeContract.of(network(Activation.TANH, few, 4, 3, 2)).within(2).verify();
    LandscapeContract.of(network(Activation.TANH, few)).within(2).verify();
  }

  @Test
  void severalPiecesOfSamplesKeepTheContract() {
    Data many = new Data.Generated(3 * Propagation.PIECE + 7, 3, 2, 9);
    LandscapeContract.of(network(Activation.TANH, many, 2)).verify();
  }

  /** One sample of a network 1-1-2 with tanh, by hand. */
  @Test
  void aTinyNetworkIsAsComputedByHand() {
    SampledLandscape net = tiny(Activation.TANH, new double[][] {{0.5}}, new int[] {1}, 1, 1, 2);
    double[] x = {0.8, -0.1, 1.5, -0.5, 0.2, 0.3};
    double h = Math.tanh(0.8 * 0.5 - 0.1);
    double[] z = {1.5 * h + 0.2, -0.5 * h + 0.3};
    double p0 = 1 / (1 + Math.exp(z[1] - z[0]));
    assertThat(net.value(x)).isCloseTo(-Math.log(1 - p0), within(1e-14));
    double back = (p0 * 1.5 - p0 * -0.5) * (1 - h * h);
    double[] expected = {back * 0.5, back, p0 * h, -p0 * h, p0, -p0};
    double[] actual = gradient(net, x);
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(1e-15));
    }
  }

  /** A unit that is off passes nothing, a unit that is on passes everything. */
  @Test
  void rectifiedUnitsAreOnOrOff() {
    double[][] rows = {{1, 2}, {-1, 0.5}};
    SampledLandscape net = tiny(Activation.RELU, rows, new int[] {0, 1}, 2, 2, 2);
    // Unit 0 sees x0 - x1 - 1, negative for both; unit 1 sees x0 + x1, on for the first only.
    double[] x = {1, 1, -1, 1, -1, 0, 3, -2, 0.5, -0.5, 0, 0};
    double p = 1 / (1 + Math.exp(-3.0));
    assertThat(net.value(x)).isCloseTo(0.5 * (-Math.log(p) + Math.log(2)), within(1e-14));
    double[] g = gradient(net, x);
    double back = 0.5 * ((p - 1) * 0.5 + (1 - p) * -0.5);
    double[] expected = {
      0,
      back * 1,
      0,
      back * 2,
      0,
      back,
      0,
      0,
      1.5 * (p - 1),
      1.5 * (1 - p),
      0.5 * (p - 1) + 0.25,
      0.5 * (1 - p) - 0.25
    };
    for (int i = 0; i < expected.length; i++) {
      assertThat(g[i]).as("component %d", i).isCloseTo(expected[i], within(1e-15));
    }
  }

  @Test
  void rectifiedGradientsMatchDifferencesAwayFromKinks() {
    SampledLandscape net = network(Activation.RELU, new Data.Generated(20, 6, 3, 4), 5, 4);
    double[] x = random(net.dim());
    double[] g = gradient(net, x);
    double h = 1e-6;
    for (int i = 0; i < x.length; i++) {
      double here = x[i];
      x[i] = here + h;
      double up = net.value(x);
      x[i] = here - h;
      double down = net.value(x);
      x[i] = here;
      assertThat(g[i]).isCloseTo((up - down) / (2 * h), within(1e-8));
    }
  }

  /** At 0 every class is as likely: L = log C, and biases feel the labels' frequencies. */
  @Test
  void aLinearClassifierAtZeroIsExact() {
    Data data = new Data.Generated(500, 8, 4, 1);
    SampledLandscape net = network(Activation.RELU, data);
    double[] zero = new double[net.dim()];
    assertThat(net.dim()).isEqualTo(9 * 4);
    assertThat(net.value(zero)).isCloseTo(Math.log(4), within(1e-14));
    double[] g = gradient(net, zero);
    Samples samples = data.load();
    double[] counts = new double[4];
    double[] sums = new double[8 * 4];
    double[] row = new double[8];
    for (int s = 0; s < 500; s++) {
      counts[samples.label(s)]++;
      samples.copy(s, row, 0);
      for (int k = 0; k < 8; k++) {
        for (int c = 0; c < 4; c++) {
          sums[k * 4 + c] += row[k] * (0.25 - (samples.label(s) == c ? 1 : 0)) / 500;
        }
      }
    }
    for (int c = 0; c < 4; c++) {
      assertThat(g[32 + c]).isCloseTo(0.25 - counts[c] / 500, within(1e-15));
    }
    for (int j = 0; j < 32; j++) {
      assertThat(g[j]).isCloseTo(sums[j], within(1e-14));
    }
  }

  @Test
  void hugeLogitsDoNotOverflow() {
    SampledLandscape net = tiny(Activation.RELU, new double[][] {{1}, {1}}, new int[] {0, 2}, 1, 3);
    double[] x = {1e6, 0, -1e6, 0, 0, 0};
    assertThat(net.value(x)).isEqualTo(1e6);
    assertThat(gradient(net, x)).containsExactly(0.5, 0, -0.5, 0.5, 0, -0.5);
  }

  @Test
  void batchGradientsAverageToTheFullGradient() {
    SampledLandscape net = network(Activation.RELU, new Data.Generated(90, 12, 3, 4), 7);
    int[][] batches = {IntStream.range(0, 30).toArray(), IntStream.range(30, 90).toArray()};
    Block x = new Block(net.dim(), 2, Layout.BY_WALKER);
    double[] point = random(net.dim());
    x.setPoint(0, point);
    x.setPoint(1, point);
    Block out = new Block(net.dim(), 2, Layout.BY_WALKER);
    net.evaluator(2).batchGradients(0, x, batches, out);
    double[] full = gradient(net, point);
    for (int i = 0; i < full.length; i++) {
      assertThat((out.get(i, 0) + 2 * out.get(i, 1)) / 3).isCloseTo(full[i], within(1e-15));
    }
  }

  /** Neither its neighbours nor the layout show in a walker's gradient. */
  @Test
  void everyWalkerHasTheBitsItHasAlone() {
    SampledLandscape net = network(Activation.TANH, new Data.Generated(300, 20, 10, 4), 15, 9);
    int walkers = 5;
    SplittableRandom random = new SplittableRandom(8);
    int[][] batches = new int[walkers][];
    for (int w = 0; w < walkers; w++) {
      batches[w] = random.ints(40 + 30L * w, 0, 300).toArray();
    }
    for (Layout layout : Layout.values()) {
      Block x = new Block(net.dim(), walkers, layout);
      for (int w = 0; w < walkers; w++) {
        x.setPoint(w, random.doubles(net.dim(), -1, 1).toArray());
      }
      Block out = new Block(net.dim(), walkers, layout);
      net.evaluator(walkers).batchGradients(0, x, batches, out);
      for (int w = 0; w < walkers; w++) {
        Block one = new Block(net.dim(), 1, Layout.BY_WALKER);
        x.point(w, one.line(0));
        Block alone = new Block(net.dim(), 1, Layout.BY_WALKER);
        net.evaluator(1).batchGradients(0, one, new int[][] {batches[w]}, alone);
        double[] together = new double[net.dim()];
        out.point(w, together);
        assertThat(together).isEqualTo(alone.line(0));
      }
    }
  }

  @Test
  void gradientsOfRepeatedSamplesCountThemTwice() {
    SampledLandscape net = network(Activation.TANH, new Data.Generated(50, 6, 3, 4), 4);
    SampledEvaluator evaluator = net.evaluator(2);
    Block x = new Block(net.dim(), 2, Layout.BY_WALKER);
    x.setPoint(0, random(net.dim()));
    x.setPoint(1, random(net.dim()));
    Block out = new Block(net.dim(), 2, Layout.BY_WALKER);
    evaluator.batchGradients(0, x, new int[][] {{7, 7, 7}, {7}}, out);
    for (int i = 0; i < net.dim(); i++) {
      assertThat(out.get(i, 0)).isCloseTo(out.get(i, 1), within(1e-15));
    }
  }

  @Test
  void theReferenceNetworkHasItsParameters() {
    assertThat(Layers.parameters(new int[] {784, 50, 50, 10})).isEqualTo(42_310);
    Layers layers = new Layers(new int[] {784, 50, 50, 10});
    assertThat(layers.dim()).isEqualTo(42_310);
    assertThat(new int[] {layers.from(0), layers.from(1), layers.from(2)})
        .containsExactly(0, 39_250, 41_800);
  }

  @Test
  void whatCannotBeHeldIsRefused() {
    long[] wide = new long[3];
    Arrays.fill(wide, 1_000_000);
    assertThatThrownBy(() -> network(Activation.RELU, new Data.Generated(), wide))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("make them narrower");
    assertThatThrownBy(() -> new Data.Generated(10, 3, 4, 1))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("fewer classes");
    assertThatThrownBy(() -> new Data.Generated(100_000_000, 784, 10, 1))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("generate fewer");
  }
}
