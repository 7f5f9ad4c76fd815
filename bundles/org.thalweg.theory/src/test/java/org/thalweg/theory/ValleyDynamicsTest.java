package org.thalweg.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.analysis.Region;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Problem;
import org.thalweg.theory.Fixtures.Diffusive;
import org.thalweg.theory.Fixtures.Plain;
import org.thalweg.theory.Fixtures.Valley;

/** Drift, current, relaxation and passage in a valley against S1's formulas and table. */
class ValleyDynamicsTest {
  private static final Question WHOLE = new Question.Whole();

  private static Problem s1(double kappa, double lambda0, double a) {
    return Fixtures.problem(
        Valley.gaussian(lambda0, a),
        Fixtures.anisotropic(1, kappa),
        Fixtures.walls(-3, 3),
        Axis.UNBOUNDED);
  }

  @Test
  void driftIsTheSlopeOfTheFloorAndDeltaTimesThatOfLnF() {
    Problem p = s1(4, 200, 0.7);

    Estimate v = new ValleyDrift().evaluate(p, Fixtures.DENSITY, new Question.Along(0.3))[0];

    assertThat(v.value()).isCloseTo(-0.7 * 0.3 - 0.3, within(1e-12));
    assertThat(v.error()).isBetween(1e-4, 0.02);
  }

  @ParameterizedTest
  @CsvSource({
    "4, 12.5, 0.9209, 0.0388, 0.959, 0.9611",
    "4, 50, 0.9751, 0.0425, 1.0743, 0.9894",
    "4, 200, 0.9933, 0.0435, 1.1115, 0.9973",
    "16, 800, 0.9968, 0.0548, 1.7514, 0.9990"
  })
  void valuesOfTheTableLieWithinTheErrorsOfTheForms(
      double kappa, double lambda0, double u, double psi, double production, double gap) {
    Problem p = s1(kappa, lambda0, 0);
    double eps = kappa / lambda0;
    double x = 2 / Math.sqrt(kappa);

    Estimate across =
        new ValleyVarianceAcross().evaluate(p, Fixtures.DENSITY, new Question.Along(x))[0];
    double scale = lambda0 * Math.exp(x * x);
    assertCovered(across.value() * scale, across.error() * scale, u, 2e-4, eps);

    double top = 0;
    double error = 0;
    for (int i = 1; i < 200; i++) {
      double at = 0.01 * i;
      double y = 1 / Math.sqrt(lambda0 * Math.exp(at * at));
      Estimate e =
          new ValleyStreamFunction().evaluate(p, Fixtures.DENSITY, new Question.At(2, at, y))[0];
      error = Math.abs(e.value()) > top ? e.error() : error;
      top = Math.max(top, Math.abs(e.value()));
    }
    assertCovered(top, error, psi, 2e-4, 1.2 * eps * psi);

    Estimate sigma = new ValleyEntropyProduction().evaluate(p, Fixtures.DENSITY, WHOLE)[0];
    assertThat(sigma.value())
        .isCloseTo((kappa - 1) * (kappa - 1) / (2 * kappa) * 4 / kappa, within(1e-4));
    assertCovered(
        sigma.value(), sigma.error(), production, 0.002 * production, 1.3 * eps * sigma.value());

    Estimate rate = new ValleySpectralGap().evaluate(p, Fixtures.DENSITY, WHOLE)[0];
    assertThat(rate.value()).isCloseTo(1, within(2e-5));
    assertCovered(rate.value(), rate.error(), gap, 5e-4, eps);
  }

  private static void assertCovered(
      double value, double error, double truth, double tolerance, double largestError) {
    assertThat(error).isBetween(0.0, largestError);
    assertThat(value).isCloseTo(truth, within(error + tolerance));
  }

  @Test
  void theGapOfASlopingFloorIsTheSum() {
    Problem p = s1(4, 200, 0.5);

    assertThat(new ValleySpectralGap().evaluate(p, Fixtures.DENSITY, WHOLE)[0].value())
        .isCloseTo(1.5, within(3e-5));
  }

  /** lambda constant on a ring of length 2 pi: the gap is that of free diffusion, D_x. */
  @Test
  void theGapOnAFlatRingIsThatOfFreeDiffusion() {
    Problem p =
        Fixtures.problem(
            Valley.cosine(50, 0),
            Fixtures.anisotropic(1, 4),
            Fixtures.ring(-Math.PI, Math.PI),
            Axis.UNBOUNDED);

    assertThat(new ValleySpectralGap().objection(p, WHOLE)).isEmpty();
    assertThat(new ValleySpectralGap().evaluate(p, Fixtures.DENSITY, WHOLE)[0].value())
        .isCloseTo(0.25, within(1e-6));
  }

  @Test
  void theGapIsRefusedWhereTheFloorIsFasterThanTheValley() {
    Problem p = s1(1, 0.5, 1);

    assertThat(new ValleySpectralGap().objection(p)).isEmpty();
    assertThat(new ValleySpectralGap().objection(p, WHOLE))
        .hasValueSatisfying(s -> assertThat(s).contains("needs the floor to be slower"));
  }

  @Test
  void nothingFlowsAtEqualTemperatures() {
    Problem p = s1(1, 200, 0.5);

    assertThat(
            new ValleyStreamFunction()
                .evaluate(p, Fixtures.DENSITY, new Question.At(2, 0.5, 0.1))[0].value())
        .isZero();
    assertThat(new ValleyEntropyProduction().evaluate(p, Fixtures.DENSITY, WHOLE)[0].value())
        .isZero();
  }

  /**
   * The stream function is the current's: d psi/dy = (1 - 1/kappa) (lambda'/(2 lambda)) (1 - u) P.
   */
  @Test
  void theStreamFunctionVanishesAtAWallAndOnTheFloor() {
    Problem p =
        Fixtures.problem(
            Valley.gaussian(200, 0),
            Fixtures.anisotropic(1, 4),
            Fixtures.walls(-0.5, 0.5),
            Axis.UNBOUNDED);
    Estimate[] e =
        new ValleyStreamFunction()
            .evaluate(
                p, Fixtures.DENSITY, new Question.At(2, 0.5, 0.05, 0.3, 0, 0.3, 0.05, 0.3, -0.05));

    assertThat(e[0].value()).isCloseTo(0, within(1e-12));
    assertThat(e[1].value()).isZero();
    assertThat(e[2].value()).isPositive().isEqualTo(-e[3].value());
  }

  /** ln F = x/l: T = A l/Delta - (l^2/(kappa Delta)) (1 - exp(-kappa A/l)), reflecting at 0. */
  @Test
  void passageIsTheClosedFormOfAnExponentialValley() {
    double l = 2;
    double delta = 0.01;
    double kappa = 4;
    Valley valley =
        new Valley(
            x -> Math.exp(-2 * x / l) * 50,
            x -> -2 / l * Math.exp(-2 * x / l) * 50,
            x -> 4 / (l * l) * Math.exp(-2 * x / l) * 50,
            50,
            0);
    Problem p =
        Fixtures.problem(
            valley, Fixtures.anisotropic(delta, kappa), Fixtures.walls(0, 3), Axis.UNBOUNDED);
    double a = 1.5;
    Question.Passage question =
        new Question.Passage(
            new double[] {1e-12, 0}, new Region.HalfSpace("", 0, Region.Side.ABOVE, a));

    assertThat(new ValleyPassageTime().objection(p)).isEmpty();
    assertThat(new ValleyPassageTime().objection(p, question)).isEmpty();
    Estimate t = new ValleyPassageTime().evaluate(p, Fixtures.DENSITY, question)[0];
    double exact = a * l / delta - l * l / (kappa * delta) * (1 - Math.exp(-kappa * a / l));
    assertThat(t.value()).isCloseTo(exact, within(1e-6 * exact));
    assertThat(t.error()).isBetween(1e-4 * exact, 0.05 * exact);
  }

  /** A constant curvature and D_x = 1/4: T = (x0 - a) (b - x0) / (2 D_x) out of an interval. */
  @Test
  void passageOutOfAnIntervalOfAFlatValleyIsThatOfFreeDiffusion() {
    Problem p =
        Fixtures.problem(
            Valley.cosine(50, 0),
            Fixtures.anisotropic(1, 4),
            Fixtures.ring(-Math.PI, Math.PI),
            Axis.UNBOUNDED);
    Region out =
        new Region.Box(
            "", new double[] {-1}, new double[] {2}, Region.Part.OUTSIDE, java.util.List.of());
    Question.Passage question = new Question.Passage(new double[] {0.5, 0}, out);

    Estimate t = new ValleyPassageTime().evaluate(p, Fixtures.DENSITY, question)[0];
    assertThat(t.value()).isCloseTo(1.5 * 1.5 / 0.5, within(1e-6));
  }

  @Test
  void passageSaysWhyItKnowsNoTime() {
    Problem p = s1(4, 200, 0);
    Region level = new Region.Level("", Region.Side.ABOVE, 1);
    Region here = new Region.HalfSpace("", 0, Region.Side.ABOVE, -1);

    assertThat(objection(p, level)).contains("bounded by more than places along axis 0");
    assertThat(objection(p, here)).contains("begin in the region");
  }

  private static String objection(Problem p, Region region) {
    return new ValleyPassageTime()
        .objection(p, new Question.Passage(new double[] {0, 0}, region))
        .orElseThrow();
  }

  /** With D_y = Delta lambda/lambda0 the drift is -lambda' D_y / (2 lambda), here -x e^(x^2). */
  @Test
  void theDriftFollowsAStrengthThatDependsOnThePlace() {
    Problem p =
        Fixtures.problem(
            Valley.gaussian(200, 0),
            new Diffusive(
                2,
                x -> {
                  double d = Math.exp(x[0] * x[0]);
                  return new double[] {d / 4, 0, 0, d};
                }),
            Fixtures.walls(-1.5, 1.5),
            Axis.UNBOUNDED);

    assertThat(new ValleyDrift().evaluate(p, Fixtures.DENSITY, new Question.Along(0.5))[0].value())
        .isCloseTo(-0.5 * Math.exp(0.25), within(1e-9));
  }

  /** L = 0 between a wall and a level at distance 1: T = 1 / (2 D). */
  @Test
  void passageInOneDimensionIsExactAtAnyTemperature() {
    Problem flat =
        Fixtures.problem(new Plain(1, x -> 0), Fixtures.isotropic(1, 0.2), Fixtures.walls(0, 5));
    Question.Passage question =
        new Question.Passage(
            new double[] {1e-12}, new Region.HalfSpace("", 0, Region.Side.ABOVE, 1));

    assertThat(new GibbsPassageTime().evaluate(flat, Fixtures.DENSITY, question)[0].value())
        .isCloseTo(1 / 0.4, within(1e-6));
  }
}
