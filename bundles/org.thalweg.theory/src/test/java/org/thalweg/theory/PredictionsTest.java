package org.thalweg.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Problem;
import org.thalweg.theory.Fixtures.Diffusive;
import org.thalweg.theory.Fixtures.Valley;

/** Values and validity of the predictions on valleys. */
class PredictionsTest {
  private static final Axis ALONG = Fixtures.walls(-2, 2);
  private static final Axis ACROSS = Fixtures.walls(-3, 3);

  private static Problem valley(double lambda0, double a, double delta, double kappa) {
    return Fixtures.problem(
        Valley.gaussian(lambda0, a), Fixtures.anisotropic(delta, kappa), ALONG, ACROSS);
  }

  @Test
  void equation7IsProportionalToLnF() {
    Problem p = valley(200, 0, 1, 4);
    Estimate[] e = new PaperEq7().evaluate(p, Fixtures.DENSITY, new Question.Along(0, 1));

    assertThat(new PaperEq7().objection(p)).isEmpty();
    assertThat(new PaperEq7().quantity()).isEqualTo(Quantity.EFFECTIVE_LOSS);
    // ln F(1) - ln F(0) = -1/2
    assertThat(e[1].value() - e[0].value()).isCloseTo((1 - 4) * -0.5, within(1e-12));
    assertThat(e[0].error() + e[1].error()).isBetween(0.005, 0.02);
  }

  @Test
  void equation11AddsTheFloor() {
    Problem p = valley(200, 0.3, 1, 4);
    Estimate[] e = new PaperEq11().evaluate(p, Fixtures.DENSITY, new Question.Along(0, 1));

    assertThat(new PaperEq11().objection(p)).isEmpty();
    assertThat(e[1].value() - e[0].value()).isCloseTo(1.5 + 3 * 0.15, within(1e-12));
    assertThat(new PaperEq7().objection(p)).contains("the floor slopes; paper-eq-11 holds there");
    assertThat(new PaperEq11().objection(valley(200, 0, 1, 4))).isPresent();
  }

  /** S1's table: what Eq. 7 leaves out of ln p at two standard deviations, continuum. */
  @ParameterizedTest
  @CsvSource({"4, 12.5, 0.0892", "4, 50, 0.0267", "4, 200, 0.0070", "16, 800, 0.0024"})
  void correctedEffectiveLossLeavesOverWhatTheTableSays(
      double kappa, double lambda0, double deltaLnP) {
    Problem p = valley(lambda0, 0, 1, kappa);
    Question.Along places = new Question.Along(0, 2 / Math.sqrt(kappa));
    Estimate[] plain = new PaperEq7().evaluate(p, Fixtures.DENSITY, places);
    Estimate[] sharp = new EffectiveLossCorrected().evaluate(p, Fixtures.DENSITY, places);
    double left = plain[1].value() - sharp[1].value() - (plain[0].value() - sharp[0].value());

    assertThat(left)
        .isCloseTo(deltaLnP, within(1e-4 + sharp[0].error() + sharp[1].error()))
        .isNotCloseTo(0, within(deltaLnP / 2));
    assertThat(sharp[1].error()).isLessThan(plain[1].error());
    assertThat(new EffectiveLossCorrected().objection(p)).isEmpty();
    assertThat(new EffectiveLossCorrected().objection(valley(200, 0.5, 1, 4))).isEmpty();
  }

  @Test
  void marginalFallsWithTheFloor() {
    Problem p = valley(200, 0.3, 0.5, 4);
    Estimate[] e = new FloorMarginal().evaluate(p, Fixtures.DENSITY, new Question.Along(0, 1));

    assertThat(e[1].value() - e[0].value()).isCloseTo(-4 * 0.5 - 4 * 0.15 / 0.5, within(1e-12));
  }

  @Test
  void correctedMarginalIsSharper() {
    Problem p = valley(50, 0, 1, 4);
    double[] x = {0, 1};
    Estimate[] rough = new FloorMarginal().evaluate(p, Fixtures.DENSITY, new Question.Along(x));
    Estimate[] sharp =
        new FloorMarginalCorrected().evaluate(p, Fixtures.DENSITY, new Question.Along(x));

    // S1: delta ln p = 0.0267 between 0 and 1
    assertThat(sharp[1].value() - sharp[0].value() + 2).isCloseTo(0.0267, within(0.003));
    assertThat(sharp[1].error()).isLessThan(0.5 * rough[1].error());
  }

  @Test
  void jointDensityIsTheEffectiveLossOverDelta() {
    Problem p = valley(200, 0.3, 0.5, 4);
    double[] places = {0, 0, 1, 0.05};
    Estimate[] e = new PaperDensity().evaluate(p, Fixtures.DENSITY, new Question.At(2, places));
    Estimate[] l = new PaperEq11().evaluate(p, Fixtures.DENSITY, new Question.Along(0, 1));
    double loss = p.landscape().value(new double[] {1, 0.05});
    double effective = loss + l[1].value() - l[0].value();

    assertThat(e[1].value() - e[0].value()).isCloseTo(-effective / 0.5, within(1e-9));
  }

  @Test
  void variancesFollowFromTheMarginal() {
    Problem p = valley(200, 0, 1, 4);
    Estimate[] e = new ValleyVariance().evaluate(p, Fixtures.DENSITY, Question.Of.steady(0, 1));

    // p ~ exp(-2 x^2) to leading order; <1/lambda> = exp(-x^2)/200 under it
    assertThat(e[0].value()).isCloseTo(0.25, within(0.01));
    assertThat(e[1].value()).isCloseTo(Math.sqrt(2 / 3.0) / 200, within(5e-5));
    assertThat(e[0].error()).isLessThan(0.01);
  }

  @Test
  void varianceAcrossCountsTheLayersAtReflectingEnds() {
    // ln F = x/2 from -1.5 to 1.5 on a floor 0.025 x^2: the Fokker-Planck steady state,
    // extrapolated from two grids, has Var y = 0.0089528(5); without the layers the theory says
    // 0.008932.
    Fixtures.Valley tapering =
        new Fixtures.Valley(
            x -> 10 * Math.exp(-x), x -> -10 * Math.exp(-x), x -> 10 * Math.exp(-x), 10, 0.05);
    Problem p =
        Fixtures.problem(
            tapering,
            Fixtures.anisotropic(0.05, 4),
            Fixtures.walls(-1.5, 1.5),
            Fixtures.walls(-0.9, 0.9));
    Estimate across = new ValleyVariance().evaluate(p, Fixtures.DENSITY, Question.Of.steady(1))[0];

    assertThat(across.value()).isCloseTo(0.0089528, within(2e-6));
    assertThat(across.error()).isBetween(1e-6, 1.5e-5);
  }

  private static Problem tapering(NoiseModel noise) {
    Fixtures.Valley valley =
        new Fixtures.Valley(
            x -> 10 * Math.exp(-x), x -> -10 * Math.exp(-x), x -> 10 * Math.exp(-x), 10, 0);
    return Fixtures.problem(valley, noise, Fixtures.walls(-1.5, 1.5), Fixtures.walls(-0.6, 0.6));
  }

  /** D_y = Delta lambda / lambda0, q = 1, on the tapering valley. */
  private static NoiseModel growing(double delta, double kappa) {
    return new Diffusive(
        2, x -> new double[] {delta / kappa * Math.exp(-x[0]), 0, 0, delta * Math.exp(-x[0])});
  }

  /** Steady states on independent grids of 400 x 200 and 200 x 100 cells, extrapolated. */
  @ParameterizedTest
  @CsvSource({"4, 0.0050116, 0.0049750", "1, 0.0050116, 0.0049937"})
  void layersCirculateWithThePowerToo(double kappa, double expected, double without) {
    Estimate across =
        new ValleyVariance()
            .evaluate(tapering(growing(0.05, kappa)), Fixtures.DENSITY, Question.Of.steady(1))[0];

    assertThat(across.value()).isCloseTo(expected, within(1.5e-6));
    assertThat(across.error()).isGreaterThan(1e-6).isLessThan(expected - without);
  }

  /**
   * The layers raise ln p on reflecting ends by (kappa - 1 + q) D_y lambda'^2 / (4 lambda^3); cells
   * beside the end of a Fokker-Planck steady state have 0.0033 more than the outer solution.
   */
  @Test
  void marginalCountsTheLayersAtReflectingEnds() {
    Problem p = tapering(growing(0.05, 4));
    double[] x = {-1.4925, 0, 1.4925};
    Estimate[] corrected =
        new FloorMarginalCorrected().evaluate(p, Fixtures.DENSITY, new Question.Along(x));
    Corrections c = Corrections.of(Checked.profile(p), Fixtures.DENSITY);
    for (int end = 0; end < 3; end += 2) {
      double outer = c.logMarginal(x[end]) + c.first(x[end]);
      double middle = c.logMarginal(0) + c.first(0);
      double lift = corrected[end].value() - corrected[1].value() - outer + middle;

      assertThat(c.layers(x[end])).isCloseTo(0.005 * Math.exp(-0.0075 / 0.025), within(2e-4));
      assertThat(lift).isCloseTo(c.layers(x[end]) - c.layers(0), within(1e-12));
      assertThat(corrected[end].error()).isBetween(5e-4, 3e-3);
    }
    Problem ring =
        Fixtures.problem(
            Valley.cosine(1, 0.5),
            Fixtures.anisotropic(0.01, 4),
            Fixtures.ring(-Math.PI, Math.PI),
            Axis.UNBOUNDED);
    assertThat(Corrections.of(Checked.profile(ring), Fixtures.DENSITY).layers(3)).isZero();
  }

  /**
   * lambda = 10 exp(-x), kappa = 4, Delta = 0.05 on the floor 2 x^2: the steady state on grids
   * differs from the first order by 0.0018 in ln p at x = -0.15; eps alone would allow 0.00016. And
   * for kappa below one it is D_x / lambda that is small.
   */
  @Test
  void errorCountsASteepFloorAndAFastFloor() {
    Fixtures.Valley steep =
        new Fixtures.Valley(
            x -> 10 * Math.exp(-x), x -> -10 * Math.exp(-x), x -> 10 * Math.exp(-x), 10, 4);
    Problem p =
        Fixtures.problem(
            steep,
            Fixtures.anisotropic(0.05, 4),
            Fixtures.walls(-0.2795, 0.2795),
            Fixtures.walls(-0.6, 0.6));
    Estimate e =
        new FloorMarginalCorrected().evaluate(p, Fixtures.DENSITY, new Question.Along(-0.15))[0];
    assertThat(e.error()).isBetween(0.0018, 0.006);

    Problem fast = tapering(Fixtures.anisotropic(0.02, 0.1));
    Corrections c = Corrections.of(Checked.profile(fast), Fixtures.DENSITY);
    assertThat(c.smallness()).isCloseTo(0.02 / 0.1 / (2 * 10 * Math.exp(-1.5)), within(1e-6));
    assertThat(new FloorMarginal().objection(tapering(Fixtures.anisotropic(0.03, 0.01))).orElse(""))
        .contains("eps = (1/kappa) D_y");
  }

  @Test
  void saysWhyItDoesNotHold() {
    Axis open = new Axis(-2, Double.POSITIVE_INFINITY, Edge.REFLECTING, Edge.OPEN);
    Axis leak = new Axis(-2, 2, Edge.ABSORBING, Edge.REFLECTING);
    Valley v = Valley.gaussian(200, 0);

    assertObjects(valley(5, 0, 1, 4), "eps = ");
    assertThat(new FloorMarginal().objection(valley(5, 0, 1, 1))).isEmpty();
    assertObjects(Fixtures.problem(v, Fixtures.anisotropic(1, 4), leak, ACROSS), "absorbs");
    assertObjects(
        Fixtures.problem(v, Fixtures.anisotropic(1, 4), ALONG, Fixtures.walls(-0.2, 3)),
        "standard deviations of y");
    assertObjects(
        Fixtures.problem(Fixtures.quadratic(1, 2), Fixtures.anisotropic(1, 4), ALONG, ACROSS),
        "no valley");
    assertObjects(
        Fixtures.problem(v, new Diffusive(2, x -> new double[] {1, 0.1, 0.1, 1}), ALONG, ACROSS),
        "not diagonal");
    assertObjects(
        Fixtures.problem(
            v, new Diffusive(2, x -> new double[] {1, 0, 0, 1 + x[1] * x[1]}), ALONG, ACROSS),
        "across the valley");
    assertObjects(
        Fixtures.problem(v, new Diffusive(2, x -> new double[] {1, 0, 0, 3 + x[0]}), ALONG, ACROSS),
        "kappa");
    assertObjects(
        Fixtures.problem(
            v, new Diffusive(2, x -> new double[] {3 + x[0], 0, 0, 3 + x[0]}), ALONG, ACROSS),
        "no power");
    assertObjects(
        Fixtures.problem(v, new Diffusive(2, x -> new double[4]), ALONG, ACROSS),
        "needs both positive");
    assertObjects(
        Fixtures.problem(
            new Valley(x -> 200.0, x -> 0, x -> 0, 200, 0),
            Fixtures.anisotropic(1, 4),
            open,
            ACROSS),
        "cannot be normalised");
  }

  private static void assertObjects(Problem problem, String because) {
    Prediction prediction = new FloorMarginal();
    Optional<String> reason = prediction.objection(problem);
    assertThat(reason).isPresent();
    assertThat(reason.get()).contains(because);
    assertThatThrownBy(() -> prediction.evaluate(problem, Fixtures.DENSITY, new Question.Along(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(because);
  }

  @Test
  void holdsOnARingAndOnAnOpenFloorThatConfines() {
    Valley ring = Valley.cosine(1, 0.5);
    Problem periodic =
        Fixtures.problem(
            ring, Fixtures.anisotropic(0.01, 4), Fixtures.ring(-Math.PI, Math.PI), Axis.UNBOUNDED);
    Problem open =
        Fixtures.problem(
            Valley.gaussian(200, 0), Fixtures.anisotropic(1, 4), Axis.UNBOUNDED, Axis.UNBOUNDED);

    assertThat(new FloorMarginal().objection(periodic)).isEmpty();
    assertThat(new FloorMarginal().objection(open)).isEmpty();
    assertThat(new ValleyVariance().objection(periodic)).isPresent();
    Problem torn =
        Fixtures.problem(ring, Fixtures.anisotropic(0.01, 4), Fixtures.ring(-1, 2), Axis.UNBOUNDED);
    assertThat(new FloorMarginal().objection(torn).orElse("")).contains("not periodic");
  }

  @Test
  void errorGrowsWithTheStep() {
    Problem p =
        Fixtures.problem(
            Valley.gaussian(5, 0),
            Fixtures.anisotropic(0.01, 4),
            Fixtures.walls(-1, 1),
            Fixtures.walls(-1, 1));
    double[] x = {1};
    double continuous =
        new FloorMarginal().evaluate(p, Fixtures.DENSITY, new Question.Along(x))[0].error();
    double discrete =
        new FloorMarginal().evaluate(p, Fixtures.sgd(0), new Question.Along(x))[0].error();
    double heavy =
        new FloorMarginal().evaluate(p, Fixtures.sgd(0.9), new Question.Along(x))[0].error();

    assertThat(discrete).isGreaterThan(continuous + 0.1);
    assertThat(heavy).isGreaterThan(discrete);
  }
}
