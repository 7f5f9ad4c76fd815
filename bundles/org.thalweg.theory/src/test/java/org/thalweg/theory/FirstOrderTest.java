package org.thalweg.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Problem;
import org.thalweg.theory.Fixtures.Diffusive;
import org.thalweg.theory.Fixtures.Valley;

/** The first-order corrections against S1's table, its formulas and exact statements. */
class FirstOrderTest {
  private static Problem s1(double kappa, double lambda0) {
    return Fixtures.problem(
        Valley.gaussian(lambda0, 0),
        Fixtures.anisotropic(1, kappa),
        Fixtures.walls(-3, 3),
        Axis.UNBOUNDED);
  }

  private static Corrections corrections(Problem p) {
    return Corrections.of(Checked.profile(p), Fixtures.DENSITY);
  }

  /** S1's reference values; the second order is what remains of the first, times eps. */
  @ParameterizedTest
  @CsvSource({
    "4, 12.5, 0.0892, 0.9209, 0.32",
    "4, 50, 0.0267, 0.9751, 0.08",
    "4, 200, 0.0070, 0.9933, 0.02",
    "16, 800, 0.0024, 0.9968, 0.02"
  })
  void agreeWithTheTableWithinTheirOwnError(
      double kappa, double lambda0, double deltaLnP, double u, double eps) {
    Corrections c = corrections(s1(kappa, lambda0));
    double x = 2 / Math.sqrt(kappa);
    double first = c.first(x) - c.first(0);

    assertThat(c.smallness()).isCloseTo(eps, within(0.01 * eps));
    assertThat(first).isCloseTo(deltaLnP, within(1e-4 + eps * first));
    assertThat(1 + c.profile().warming(x)).isCloseTo(u, within(2e-4 + 1.5 * eps * (1 - u)));
    assertThat(c.errorOfFirstOrder(x) + c.errorOfFirstOrder(0))
        .isGreaterThan(Math.abs(first - deltaLnP) - 1e-4);
  }

  @Test
  void isTheClosedFormOfAFlatFloor() {
    double kappa = 4;
    double lambda0 = 200;
    Corrections c = corrections(s1(kappa, lambda0));
    double x = 1;
    // Int_0^1 lambda'^3/lambda^4 dx = (4/lambda0) (1 - 2/e), lambda'^2/lambda^3 = 4/(e lambda0)
    double integral = 4 / lambda0 * (1 - 2 / Math.E);
    double expected = (kappa - 1) * ((kappa + 1) / 8 * integral - 4 / (Math.E * lambda0) / 8);

    assertThat(c.first(x) - c.first(0)).isCloseTo(expected, within(5e-7));
    assertThat(expected).isCloseTo(0.0070, within(2e-4));
  }

  @Test
  void agreesWithTheFormulaForASlopingFloor() {
    double kappa = 3;
    double delta = 0.7;
    Problem p =
        Fixtures.problem(
            Valley.gaussian(40, 0.9),
            Fixtures.anisotropic(delta, kappa),
            Fixtures.walls(-2, 2),
            Axis.UNBOUNDED);
    Profile profile = Checked.profile(p);
    double x = 0.6;
    double l = profile.shape().curvature(x);
    double l1 = profile.shape().curvatureSlope(x);
    double l2 = profile.shape().curvatureBend(x);
    double bracket =
        delta * l2 / (2 * l)
            - (kappa + 4) * delta * l1 * l1 / (4 * l * l)
            - kappa * profile.shape().floorSlope(x) * l1 / (2 * l);

    assertThat(profile.warming(x)).isCloseTo((1 - 1 / kappa) / l * bracket, within(1e-12));
  }

  @Test
  void vanishAtEqualTemperaturesWhereGibbsIsExact() {
    Problem p =
        Fixtures.problem(
            Valley.gaussian(40, 0.9),
            Fixtures.anisotropic(0.5, 1),
            Fixtures.walls(-2, 2),
            Axis.UNBOUNDED);

    assertThat(corrections(p).first(1.3)).isCloseTo(0, within(1e-14));
    assertThat(Checked.profile(p).warming(0.4)).isCloseTo(0, within(1e-14));
  }

  /**
   * With D_y = Delta (lambda/lambda0)^q and q = 1 the temperature grows like lambda, u is exactly
   * y^2 lambda0 / Delta ... and the second moment's equation can be solved by hand: s = 0, bracket
   * = l' - kappa l^2 / 2.
   */
  @Test
  void followAPowerOfTheCurvature() {
    double kappa = 4;
    Problem p =
        Fixtures.problem(
            Valley.gaussian(200, 0),
            new Diffusive(
                2,
                x -> {
                  double d = Math.exp(x[0] * x[0]);
                  return new double[] {d / kappa, 0, 0, d};
                }),
            Fixtures.walls(-1.5, 1.5),
            Axis.UNBOUNDED);
    Profile profile = Checked.profile(p);
    double x = 0.5;

    assertThat(profile.power()).isEqualTo(1);
    assertThat(profile.delta()).isCloseTo(1, within(1e-9));
    assertThat(profile.warming(x))
        .isCloseTo(1 / 400.0 * (2 - kappa * 4 * x * x / 2), within(1e-12));
    Estimate[] e = new FloorMarginal().evaluate(p, Fixtures.DENSITY, new Question.Along(0, x));
    // flat floor: F^(kappa + 2 q)
    assertThat(e[1].value() - e[0].value()).isCloseTo(-(kappa + 2) * x * x / 2, within(1e-9));
  }

  /** At fixed x, y is an autoregressive process: iterate its variance, integrate the drift. */
  @Test
  void stepsMoveTheMarginalAsTheRecursionSays() {
    double kappa = 4;
    double delta = 0.01;
    Problem p =
        Fixtures.problem(
            Valley.gaussian(5, 0),
            Fixtures.anisotropic(delta, kappa),
            Fixtures.walls(-1, 1),
            Fixtures.walls(-1, 1));
    Corrections c = Corrections.of(Checked.profile(p), Fixtures.euler(0.05));
    double sum = 0;
    int n = 400;
    for (int i = 0; i < n; i++) {
      double x = 0.8 * (i + 0.5) / n;
      double lambda = 5 * Math.exp(x * x);
      double variance = 0;
      for (int k = 0; k < 2000; k++) {
        variance = (1 - 0.05 * lambda) * (1 - 0.05 * lambda) * variance + 2 * delta * 0.05;
      }
      sum += -kappa * x * (variance * lambda / delta - 1) * 0.8 / n;
    }

    assertThat(c.step(0.8) - c.step(0)).isCloseTo(sum, within(1e-5));
    double lambdas = 5 * (Math.exp(0.64) - 1);
    assertThat(sum).isCloseTo(-kappa * 0.05 * lambdas / 4, within(0.25 * Math.abs(sum)));
  }

  @Test
  void momentumRaisesTheTemperature() {
    Problem p = s1(4, 200);
    Corrections c = Corrections.of(Checked.profile(p), Fixtures.sgd(0.5));

    assertThat(c.profile().delta()).isCloseTo(2, within(1e-12));
  }
}
