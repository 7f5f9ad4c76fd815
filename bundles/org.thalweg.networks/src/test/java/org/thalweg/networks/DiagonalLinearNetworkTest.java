package org.thalweg.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.DataSet;
import org.thalweg.api.problem.LabelledLandscape;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.SampledLandscape;
import org.thalweg.testkit.LandscapeContract;

class DiagonalLinearNetworkTest {
  private static Landscape network(DataSet data, long depth) {
    return new DiagonalLinearNetwork()
        .create(new DiagonalLinearNetwork.Params(Examples.REF, depth), Examples.giving(data));
  }

  private static double[] random(int n) {
    return new SplittableRandom(3).doubles(n, -1, 1).toArray();
  }

  private static double[] gradient(Landscape landscape, double[] x) {
    double[] out = new double[x.length];
    landscape.gradient(x, out);
    return out;
  }

  static Stream<Arguments> networks() {
    return IntStream.of(1, 2, 3, 5)
        .boxed()
        .flatMap(
            depth ->
                Stream.of(
                    Arguments.of(Examples.numbers(9, 3, 1, 1), depth),
                    Arguments.of(Examples.numbers(150, 2, 1, 1), depth),
                    Arguments.of(Examples.classes(20, 2, 2, 1), depth)));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void networksKeepTheirContract(DataSet data, int depth) {
    LandscapeContract.of(network(data, depth)).verify();
  }

  @Test
  void theLossIsAsComputedByHand() {
    // u^2 - v^2 = (3, -3): z = 3 - 6 = -3 and 9; errors -4 and 7
    DataSet data = Examples.numbers(new double[] {1, 2, 2, -1}, new double[] {1, 2}, 2, 1);
    double[] x = {2, 1, -1, 2};
    Landscape net = network(data, 2);
    assertThat(net.value(x)).isEqualTo((16 + 49) / 4.0);
    // by the weights (-4 (1, 2) + 7 (2, -1))/2 = (5, -7.5), times 2 u and -2 v
    assertThat(gradient(net, x)).containsExactly(20, -15, 10, 30);
  }

  /** Depth 1 is linear regression: the least squares of y = b x, b = sum x y/sum x^2. */
  @Test
  void depthOneIsLinearRegression() {
    double[] inputs = {1, 2, 4};
    double[] targets = {0.5, -1, 3};
    Landscape net = network(Examples.numbers(inputs, targets, 1, 1), 1);
    double b = (0.5 - 2 + 12) / 21;
    double[] x = {b + 0.7, 0.7};
    assertThat(net.value(x)).isCloseTo((10.25 - 10.5 * b) / 6, within(1e-15));
    assertThat(gradient(net, x)).containsExactly(new double[] {0, 0}, within(1e-15));
    double[] out = new double[2];
    net.hessianVector(x, new double[] {1, 0}, out);
    assertThat(out).containsExactly(new double[] {7, -7}, within(1e-14));
  }

  /** Products u_k v_k are conserved by gradient flow: v dL/du + u dL/dv = 0 at depth 2. */
  @Test
  void theGradientLeavesEveryProductOfUAndVAlone() {
    Landscape net = network(Examples.numbers(9, 4, 1, 1), 2);
    double[] x = random(8);
    double[] g = gradient(net, x);
    for (int k = 0; k < 4; k++) {
      assertThat(x[4 + k] * g[k] + x[k] * g[4 + k]).isCloseTo(0, within(1e-16));
      assertThat(Math.abs(g[k])).isGreaterThan(1e-6);
    }
  }

  /**
   * From u = v = alpha the flow ends where arsinh(b_k/(2 alpha^2)) is proportional to x_k, for one
   * sample (Woodworth et al. 2020, theorem 1): nearly all weight on the largest input for a small
   * alpha, b proportional to x for a large one.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.3, 5})
  void theSizeOfTheStartChoosesTheSolution(double alpha) {
    Landscape net = network(Examples.numbers(new double[] {1, 2}, new double[] {1}, 2, 1), 2);
    double[] x = new double[4];
    Arrays.fill(x, alpha);
    double step = 1e-3 / Math.max(1, alpha * alpha);
    for (int n = 0; n < 200_000 && net.value(x) > 1e-20; n++) {
      double[] g = gradient(net, x);
      for (int i = 0; i < 4; i++) {
        x[i] -= step * g[i];
      }
    }
    assertThat(net.value(x)).isLessThan(1e-19);
    double[] b = {x[0] * x[0] - x[2] * x[2], x[1] * x[1] - x[3] * x[3]};
    assertThat(b[0] + 2 * b[1]).isCloseTo(1, within(1e-9));
    double first = arsinh(b[0] / (2 * alpha * alpha));
    double second = arsinh(b[1] / (2 * alpha * alpha));
    // steps of finite size shift the end by about one step's worth
    assertThat(second / first).isCloseTo(2, within(0.01));
    if (alpha < 0.1) {
      assertThat(b[0]).isLessThan(0.02);
    }
    if (alpha > 1) {
      assertThat(b[0]).isCloseTo(0.2, within(1e-3));
    }
  }

  private static double arsinh(double z) {
    return Math.log(z + Math.sqrt(z * z + 1));
  }

  @Test
  void batchGradientsAverageToTheFullGradient() {
    SampledLandscape net = (SampledLandscape) network(Examples.numbers(9, 2, 1, 1), 3);
    double[] point = random(4);
    for (Layout layout : Layout.values()) {
      Block x = new Block(4, 2, layout);
      x.setPoint(0, point);
      x.setPoint(1, point);
      Block out = new Block(4, 2, layout);
      int[][] batches = {{0, 1, 2}, {3, 4, 5, 6, 7, 8}};
      net.evaluator(2).batchGradients(0, x, batches, out);
      double[] full = gradient(net, point);
      for (int i = 0; i < 4; i++) {
        assertThat((out.get(i, 0) + 2 * out.get(i, 1)) / 3).isCloseTo(full[i], within(1e-15));
      }
    }
  }

  /** Labels y + e change the gradient by -J^T e/N. */
  @ParameterizedTest
  @EnumSource(Layout.class)
  void perturbedLabelsChangeTheGradientByTheJacobian(Layout layout) {
    DataSet data = Examples.numbers(9, 2, 1, 1);
    double[] e = new SplittableRandom(5).doubles(9, -1, 1).toArray();
    double[] targets = data.training().targets().clone();
    for (int s = 0; s < 9; s++) {
      targets[s] += e[s];
    }
    LabelledLandscape net = (LabelledLandscape) network(data, 2);
    assertThat(net.labels()).isEqualTo(9);
    double[] point = random(4);
    Block x = new Block(4, 1, layout);
    x.setPoint(0, point);
    Block labels = new Block(9, 1, layout);
    labels.setPoint(0, e);
    Block out = new Block(4, 1, layout);
    net.jacobian(1).transposed(0, x, labels, out);
    double[] before = gradient(net, point);
    double[] after =
        gradient(network(Examples.numbers(data.training().inputs(), targets, 2, 1), 2), point);
    for (int i = 0; i < 4; i++) {
      assertThat(out.get(i, 0)).isCloseTo(before[i] - after[i], within(1e-15));
    }
  }

  @Test
  void samplesHeldOutGiveScores() {
    DataSet numbers = Examples.heldOut(Examples.numbers(5, 2, 1, 1), Examples.numbers(7, 2, 1, 2));
    double[] x = random(4);
    assertThat(network(numbers, 2).scores())
        .singleElement()
        .satisfies(
            score -> {
              assertThat(score.name()).isEqualTo("test-loss");
              assertThat(score.value(x))
                  .isCloseTo(network(Examples.numbers(7, 2, 1, 2), 2).value(x), within(1e-15));
            });
    DataSet classes = Examples.classes(new double[] {-2, 1}, new double[] {0, 1}, 1, 2);
    Landscape two = network(Examples.heldOut(classes, classes), 2);
    assertThat(two.scores().stream().map(score -> score.name()))
        .containsExactly("train-accuracy", "test-loss", "test-accuracy");
    assertThat(two.scores().get(2).value(new double[] {1, 0})).isEqualTo(1);
    assertThat(two.scores().get(2).value(new double[] {0, 1})).isZero();
  }

  @Test
  void severalOutputsAreRefused() {
    assertThatThrownBy(() -> network(Examples.numbers(9, 2, 2, 1), 2))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("2 targets");
    assertThatThrownBy(() -> network(Examples.classes(9, 3, 3, 1), 2))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("3 classes");
  }
}
