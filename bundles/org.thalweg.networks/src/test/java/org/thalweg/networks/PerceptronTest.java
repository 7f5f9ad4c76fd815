package org.thalweg.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.thalweg.networks.Perceptron.Loss.LOGISTIC;
import static org.thalweg.networks.Perceptron.Loss.SQUARE;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.DataSet;
import org.thalweg.api.problem.Landscape;
import org.thalweg.testkit.LandscapeContract;

class PerceptronTest {
  private static Landscape perceptron(
      Perceptron.Loss loss, boolean bias, double decay, DataSet data) {
    return new Perceptron()
        .create(new Perceptron.Params(Examples.REF, loss, bias, decay), Examples.giving(data));
  }

  static Stream<Arguments> perceptrons() {
    return Stream.of(true, false)
        .flatMap(
            bias ->
                Stream.of(0.0, 0.2)
                    .flatMap(
                        decay ->
                            Stream.of(
                                Arguments.of(LOGISTIC, bias, decay, Examples.classes(80, 2, 2, 4)),
                                Arguments.of(SQUARE, bias, decay, Examples.classes(80, 2, 2, 4)),
                                Arguments.of(SQUARE, bias, decay, Examples.numbers(9, 1, 1, 4)),
                                Arguments.of(SQUARE, bias, decay, Examples.numbers(9, 3, 2, 4)))));
  }

  @ParameterizedTest
  @MethodSource("perceptrons")
  void perceptronsKeepTheirContract(
      Perceptron.Loss loss, boolean bias, double decay, DataSet data) {
    LandscapeContract.of(perceptron(loss, bias, decay, data)).within(2).verify();
  }

  @Test
  void withoutBiasThereIsOneParameterForEachInput() {
    DataSet data = Examples.classes(10, 2, 2, 4);
    assertThat(perceptron(LOGISTIC, false, 0, data).dim()).isEqualTo(2);
    assertThat(perceptron(LOGISTIC, true, 0, data).dim()).isEqualTo(3);
    assertThat(perceptron(SQUARE, false, 0, Examples.numbers(10, 3, 2, 1)).dim()).isEqualTo(6);
  }

  /**
   * Linear regression: L = (1/2N) sum (w x + b - y)^2, so H holds the moments of x, the gradient
   * vanishes at the least squares w = cov(x, y)/var(x), b = mean y - w mean x, where L = (var y - w
   * cov(x, y))/2.
   */
  @Test
  void squaredErrorsAreLinearRegression() {
    double[] rows = {1, 2, 4, 7};
    double[] targets = {0.5, -1, 3, 2};
    Landscape line = perceptron(SQUARE, true, 0, Examples.numbers(rows, targets, 1, 1));
    double w = 2.1875 / 5.25;
    double b = 1.125 - w * 3.5;
    double[] out = new double[2];
    line.gradient(new double[] {w, b}, out);
    assertThat(out[0]).isCloseTo(0, within(1e-15));
    assertThat(out[1]).isCloseTo(0, within(1e-15));
    assertThat(line.value(new double[] {w, b}))
        .isCloseTo(0.5 * (3.5625 - 1.265625 - w * 2.1875), within(1e-15));
    line.hessianVector(new double[] {9, -4}, new double[] {1, 0}, out);
    assertThat(out).containsExactly(17.5, 3.5);
    line.hessianVector(new double[] {9, -4}, new double[] {0, 1}, out);
    assertThat(out).containsExactly(3.5, 1);
  }

  /** log(1 + e^z) - y z at z = 2 for the class 0 and z = -1 for the class 1. */
  @Test
  void logisticLossesAreAsComputedByHand() {
    DataSet data = Examples.classes(new double[] {1, -2}, new double[] {0, 1}, 1, 2);
    Landscape one = perceptron(LOGISTIC, true, 0, data);
    double[] x = {1, 1};
    double first = Math.log1p(Math.exp(2));
    double second = Math.log1p(Math.exp(1));
    assertThat(one.value(x)).isCloseTo(0.5 * (first + second), within(1e-15));
    double p = 1 / (1 + Math.exp(-2));
    double q = 1 / (1 + Math.exp(1));
    double[] out = new double[2];
    one.gradient(x, out);
    assertThat(out[0]).isCloseTo(0.5 * (p - 2 * (q - 1)), within(1e-15));
    assertThat(out[1]).isCloseTo(0.5 * (p + q - 1), within(1e-15));
    one.hessianVector(x, new double[] {1, 0}, out);
    assertThat(out[0]).isCloseTo(0.5 * (p * (1 - p) + 4 * q * (1 - q)), within(1e-15));
    assertThat(out[1]).isCloseTo(0.5 * (p * (1 - p) - 2 * q * (1 - q)), within(1e-15));
  }

  @Test
  void largeOutputsKeepTheirAccuracy() {
    DataSet data = Examples.classes(new double[] {1}, new double[] {1}, 1, 2);
    Landscape one = perceptron(LOGISTIC, false, 0, data);
    for (double z : new double[] {-1e6, -50, 3, 36, 38, 700}) {
      double exact = z < 0 ? -z + Math.log1p(Math.exp(z)) : Math.log1p(Math.exp(-z));
      assertThat(one.value(new double[] {z})).isCloseTo(exact, within(3e-16 * exact));
    }
  }

  /** The sign of the one output names the class, under both losses. */
  @Test
  void twoClassesAreMinusOneAndOneForSquaredErrors() {
    DataSet data = Examples.classes(new double[] {-2, 2, 3}, new double[] {0, 1, 1}, 1, 2);
    Landscape line = perceptron(SQUARE, false, 0, data);
    assertThat(line.value(new double[] {0.5})).isCloseTo(0.125 / 3, within(1e-16));
    assertThat(line.scores().get(0).value(new double[] {0.5})).isEqualTo(1);
    assertThat(line.scores().get(0).value(new double[] {-0.5})).isZero();
  }

  @Test
  void whatAPerceptronCannotTellApartIsRefused() {
    assertThatThrownBy(() -> perceptron(LOGISTIC, true, 0, Examples.numbers(9, 2, 1, 1)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("use the loss square");
    assertThatThrownBy(() -> perceptron(SQUARE, true, 0, Examples.classes(9, 3, 3, 1)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("has 3 classes")
        .hasMessageContaining("use the landscape mlp");
    assertThatThrownBy(() -> perceptron(SQUARE, true, 0, Examples.numbers(1, 40_000, 40_000, 1)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("makes 1600040000 parameters");
  }
}
