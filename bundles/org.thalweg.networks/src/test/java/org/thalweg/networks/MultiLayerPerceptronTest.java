package org.thalweg.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.thalweg.networks.MultiLayerPerceptron.Loss.SOFTMAX;
import static org.thalweg.networks.MultiLayerPerceptron.Loss.SQUARE;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.DataSet;
import org.thalweg.api.problem.SampledEvaluator;
import org.thalweg.api.problem.SampledLandscape;
import org.thalweg.testkit.LandscapeContract;

class MultiLayerPerceptronTest {
  private static SampledLandscape network(
      Activation f, MultiLayerPerceptron.Loss loss, double decay, DataSet data, long... layers) {
    return (SampledLandscape)
        new MultiLayerPerceptron()
            .create(
                new MultiLayerPerceptron.Params(Examples.REF, layers, f, loss, decay),
                Examples.giving(data));
  }

  private static SampledLandscape network(Activation f, DataSet data, long... layers) {
    return network(f, SOFTMAX, 0, data, layers);
  }

  private static double[] gradient(SampledLandscape landscape, double[] x) {
    double[] out = new double[landscape.dim()];
    landscape.gradient(x, out);
    return out;
  }

  private static double[] random(int n) {
    return new SplittableRandom(5).doubles(n, -0.7, 0.7).toArray();
  }

  static Stream<Arguments> smoothNetworks() {
    return Stream.of(Activation.TANH, Activation.GELU)
        .flatMap(
            f ->
                Stream.of(new long[] {}, new long[] {7}, new long[] {4, 3, 2})
                    .flatMap(
                        layers ->
                            Stream.of(
                                Arguments.of(f, SOFTMAX, layers, Examples.classes(30, 5, 3, 2)),
                                Arguments.of(f, SQUARE, layers, Examples.classes(30, 5, 3, 2)),
                                Arguments.of(f, SQUARE, layers, Examples.numbers(30, 4, 2, 2)))));
  }

  @ParameterizedTest
  @MethodSource("smoothNetworks")
  void networksKeepTheirContract(
      Activation f, MultiLayerPerceptron.Loss loss, long[] layers, DataSet data) {
    LandscapeContract.of(network(f, loss, 0, data, layers)).verify();
    LandscapeContract.of(network(f, loss, 0.3, data, layers)).within(2).verify();
  }

  @Test
  void severalPiecesOfSamplesKeepTheContract() {
    int samples = 3 * Propagation.PIECE + 7;
    LandscapeContract.of(network(Activation.TANH, Examples.classes(samples, 3, 2, 9), 2)).verify();
    LandscapeContract.of(network(Activation.GELU, SQUARE, 0, Examples.numbers(samples, 3, 2, 9), 2))
        .verify();
  }

  /** One sample of a network 1-1-2 with tanh, by hand. */
  @Test
  void aTinyNetworkIsAsComputedByHand() {
    SampledLandscape net =
        network(Activation.TANH, Examples.classes(new double[] {0.5}, new double[] {1}, 1, 2), 1);
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
    double[] rows = {1, 2, -1, 0.5};
    SampledLandscape net =
        network(Activation.RELU, Examples.classes(rows, new double[] {0, 1}, 2, 2), 2);
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
    SampledLandscape net = network(Activation.RELU, Examples.classes(20, 6, 3, 4), 5, 4);
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
    DataSet data = Examples.classes(500, 8, 4, 1);
    SampledLandscape net = network(Activation.RELU, data);
    double[] zero = new double[net.dim()];
    assertThat(net.dim()).isEqualTo(9 * 4);
    assertThat(net.value(zero)).isCloseTo(Math.log(4), within(1e-14));
    double[] g = gradient(net, zero);
    Samples samples = Samples.of(data, data.training());
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
    SampledLandscape net =
        network(Activation.RELU, Examples.classes(new double[] {1, 1}, new double[] {0, 2}, 1, 3));
    double[] x = {1e6, 0, -1e6, 0, 0, 0};
    assertThat(net.value(x)).isEqualTo(1e6);
    assertThat(gradient(net, x)).containsExactly(0.5, 0, -0.5, 0.5, 0, -0.5);
  }

  @Test
  void batchGradientsAverageToTheFullGradient() {
    SampledLandscape net = network(Activation.RELU, Examples.classes(90, 12, 3, 4), 7);
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
    SampledLandscape net = network(Activation.TANH, Examples.classes(300, 20, 10, 4), 15, 9);
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
    SampledLandscape net = network(Activation.TANH, Examples.classes(50, 6, 3, 4), 4);
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
    Layers layers = new Layers(true, 784, 50, 50, 10);
    assertThat(layers.dim()).isEqualTo(42_310);
    assertThat(new int[] {layers.from(0), layers.from(1), layers.from(2)})
        .containsExactly(0, 39_250, 41_800);
  }

  /** By hand: f = gelu(0.8 x - 0.1) 1.5 + 0.2 against 0.7 at x = 0.5. */
  @Test
  void aTinyRegressionIsAsComputedByHand() {
    DataSet data = Examples.numbers(new double[] {0.5}, new double[] {0.7}, 1, 1);
    SampledLandscape net = network(Activation.GELU, SQUARE, 0.1, data, 1);
    double[] x = {0.8, -0.1, 1.5, 0.2};
    // Phi(0.3) and its density.
    double normal = 0.6179114221889527;
    double density = 0.3813878154605241;
    double h = 0.3 * normal;
    double error = 1.5 * h + 0.2 - 0.7;
    double decay = 0.64 + 0.01 + 2.25 + 0.04;
    assertThat(net.value(x)).isCloseTo(0.5 * error * error + 0.05 * decay, within(1e-15));
    double back = error * 1.5 * (normal + 0.3 * density);
    double[] expected = {0.5 * back + 0.08, back - 0.01, error * h + 0.15, error + 0.02};
    double[] actual = gradient(net, x);
    for (int i = 0; i < 4; i++) {
      assertThat(actual[i]).isCloseTo(expected[i], within(1e-15));
    }
  }

  /** One for the class, zero for the others: a network that says 0 everywhere errs by 1/2. */
  @Test
  void squaredErrorsOfClassesAreFromOneAtTheClass() {
    DataSet data = Examples.classes(40, 4, 3, 6);
    SampledLandscape net = network(Activation.RELU, SQUARE, 0, data);
    double[] x = new double[net.dim()];
    assertThat(net.value(x)).isEqualTo(0.5);
    Arrays.fill(x, 12, 15, 1);
    assertThat(net.value(x)).isEqualTo(1);
  }

  /** Decay pulls with its whole strength in every minibatch. */
  @Test
  void decayDoesNotDependOnTheBatch() {
    DataSet data = Examples.classes(20, 4, 3, 6);
    SampledLandscape with = network(Activation.TANH, SOFTMAX, 0.5, data, 3);
    SampledLandscape without = network(Activation.TANH, SOFTMAX, 0, data, 3);
    Block x = new Block(with.dim(), 1, Layout.BY_WALKER);
    x.setPoint(0, random(with.dim()));
    Block one = Block.like(with.dim(), x);
    Block other = Block.like(with.dim(), x);
    int[][] batch = {{3, 17}};
    with.evaluator(1).batchGradients(0, x, batch, one);
    without.evaluator(1).batchGradients(0, x, batch, other);
    for (int i = 0; i < with.dim(); i++) {
      assertThat(one.get(i, 0)).isEqualTo(other.get(i, 0) + 0.5 * x.get(i, 0));
    }
  }

  @Test
  void whatCannotBeHeldIsRefused() {
    long[] wide = new long[3];
    Arrays.fill(wide, 1_000_000);
    assertThatThrownBy(() -> network(Activation.RELU, Examples.classes(10, 4, 3, 6), wide))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("take narrower layers");
  }

  @Test
  void numbersHaveNoSoftmax() {
    assertThatThrownBy(() -> network(Activation.RELU, Examples.numbers(10, 4, 3, 6), 5))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("use the loss square");
  }

  @Test
  void classesThatThereAreNotAreRefused() {
    for (double label : new double[] {-1, 0.5, 2, Double.NaN}) {
      DataSet data = Examples.classes(new double[] {1}, new double[] {label}, 1, 2);
      assertThatThrownBy(() -> network(Activation.RELU, data))
          .isInstanceOf(InvalidParameterException.class)
          .hasMessageContaining("sample 0 the class " + label);
    }
  }
}
