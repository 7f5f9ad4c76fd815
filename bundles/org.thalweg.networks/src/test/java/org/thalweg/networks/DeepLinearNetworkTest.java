package org.thalweg.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.DataSet;
import org.thalweg.api.problem.LabelledLandscape;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.SampledLandscape;
import org.thalweg.testkit.LandscapeContract;

class DeepLinearNetworkTest {
  private static Landscape network(DataSet data, long... layers) {
    return new DeepLinearNetwork()
        .create(new DeepLinearNetwork.Params(Examples.REF, layers), Examples.giving(data));
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
    return Stream.of(
        Arguments.of(Examples.numbers(9, 3, 2, 1), new long[] {}),
        Arguments.of(Examples.numbers(9, 3, 2, 1), new long[] {2}),
        Arguments.of(Examples.numbers(140, 2, 1, 1), new long[] {3, 2, 4}),
        Arguments.of(Examples.classes(20, 4, 3, 1), new long[] {2}));
  }

  @ParameterizedTest
  @MethodSource("networks")
  void networksKeepTheirContract(DataSet data, long[] layers) {
    LandscapeContract.of(network(data, layers)).verify();
  }

  @Test
  void samplesAndLabelsAreThoseOfTheData() {
    Landscape net = network(Examples.numbers(9, 3, 2, 1), 4);
    assertThat(net.dim()).isEqualTo(3 * 4 + 4 * 2);
    assertThat(((SampledLandscape) net).samples()).isEqualTo(9);
    assertThat(((LabelledLandscape) net).labels()).isEqualTo(18);
  }

  /** The outputs are those of the product of the matrices, so the loss is that of regression. */
  @Test
  void theLossIsThatOfTheProductOfItsLayers() {
    DataSet data = Examples.numbers(11, 3, 2, 1);
    double[] x = random(3 * 4 + 4 * 2);
    double[] product = new double[3 * 2];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 2; j++) {
        for (int h = 0; h < 4; h++) {
          product[i * 2 + j] += x[i * 4 + h] * x[12 + h * 2 + j];
        }
      }
    }
    double deep = network(data, 4).value(x);
    assertThat(deep).isCloseTo(network(data).value(product), within(1e-14));
    double sum = 0;
    for (int s = 0; s < 11; s++) {
      for (int j = 0; j < 2; j++) {
        double z = -data.training().targets()[s * 2 + j];
        for (int i = 0; i < 3; i++) {
          z += data.training().inputs()[s * 3 + i] * product[i * 2 + j];
        }
        sum += z * z / 22;
      }
    }
    assertThat(deep).isCloseTo(sum, within(1e-14));
  }

  /**
   * W_1^T dL/dW_1 = dL/dW_2 W_2^T, so gradient flow conserves W_1^T W_1 - W_2 W_2^T, and a step of
   * size eta changes it by eta^2 (G_1^T G_1 - G_2 G_2^T).
   */
  @Test
  void theDifferenceOfNeighbouringLayersIsConservedUpToTheSquareOfTheStep() {
    int inputs = 3;
    int hidden = 4;
    int outputs = 2;
    Landscape net = network(Examples.numbers(11, inputs, outputs, 1), hidden);
    double[] x = random(net.dim());
    double[] g = gradient(net, x);
    double eta = 0.1;
    double[] next = x.clone();
    for (int i = 0; i < x.length; i++) {
      next[i] -= eta * g[i];
    }
    double[] before = imbalance(x, inputs, hidden, outputs);
    double[] after = imbalance(next, inputs, hidden, outputs);
    double[] squares = imbalance(g, inputs, hidden, outputs);
    double largest = 0;
    for (int k = 0; k < before.length; k++) {
      assertThat(after[k] - before[k]).isCloseTo(eta * eta * squares[k], within(1e-14));
      largest = Math.max(largest, Math.abs(squares[k]));
    }
    assertThat(largest).as("the test would see a change").isGreaterThan(1e-3);
  }

  private static double[] imbalance(double[] x, int inputs, int hidden, int outputs) {
    double[] d = new double[hidden * hidden];
    for (int a = 0; a < hidden; a++) {
      for (int b = 0; b < hidden; b++) {
        for (int i = 0; i < inputs; i++) {
          d[a * hidden + b] += x[i * hidden + a] * x[i * hidden + b];
        }
        for (int j = 0; j < outputs; j++) {
          int from = inputs * hidden;
          d[a * hidden + b] -= x[from + a * outputs + j] * x[from + b * outputs + j];
        }
      }
    }
    return d;
  }

  /**
   * One mode of strength a = w_1 w_2, x = 1, y = s, balanced: da/dt = 2 a (s - a), so a(t) = s e/(e
   * - 1 + s/a_0) with e = exp(2 s t) (Saxe et al. 2014).
   */
  @Test
  void aModeIsLearnedAlongASigmoid() {
    double s = 1.5;
    double start = 0.01;
    Landscape net = network(Examples.numbers(new double[] {1}, new double[] {s}, 1, 1), 1);
    double[] w = {Math.sqrt(start), Math.sqrt(start)};
    double h = 0.01;
    int steps = 200;
    for (int n = 0; n < steps; n++) {
      w = stepOfFlow(net, w, h);
    }
    double e = Math.exp(2 * s * steps * h);
    double expected = s * e / (e - 1 + s / start);
    assertThat(expected).isBetween(0.7 * s, 0.8 * s);
    assertThat(w[0] * w[1]).isCloseTo(expected, within(1e-8));
  }

  /** A step of gradient flow after Runge and Kutta, of fourth order. */
  private static double[] stepOfFlow(Landscape landscape, double[] x, double h) {
    double[] a = gradient(landscape, x);
    double[] b = gradient(landscape, moved(x, a, h / 2));
    double[] c = gradient(landscape, moved(x, b, h / 2));
    double[] d = gradient(landscape, moved(x, c, h));
    double[] next = x.clone();
    for (int i = 0; i < x.length; i++) {
      next[i] -= h / 6 * (a[i] + 2 * b[i] + 2 * c[i] + d[i]);
    }
    return next;
  }

  private static double[] moved(double[] x, double[] g, double h) {
    double[] y = x.clone();
    for (int i = 0; i < x.length; i++) {
      y[i] -= h * g[i];
    }
    return y;
  }

  @Test
  void samplesHeldOutGiveATestLoss() {
    DataSet data = Examples.heldOut(Examples.numbers(5, 2, 1, 1), Examples.numbers(7, 2, 1, 2));
    double[] x = random(6);
    Landscape net = network(data, 2);
    assertThat(net.scores()).hasSize(1);
    assertThat(net.scores().get(0).name()).isEqualTo("test-loss");
    assertThat(net.scores().get(0).value(x))
        .isCloseTo(network(Examples.numbers(7, 2, 1, 2), 2).value(x), within(1e-15));
  }

  @Test
  void whatCannotBeHeldIsRefused() {
    assertThatThrownBy(() -> network(Examples.numbers(5, 2, 1, 1), 1_000_000, 1_000_000))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("make them narrower");
  }
}
