package org.thalweg.analyzers.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.thalweg.analyzers.Fixtures;
import org.thalweg.analyzers.TestValley;
import org.thalweg.analyzers.Walks;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.GridAxis;
import org.thalweg.api.analysis.GridDensity;
import org.thalweg.api.analysis.GridOperator;
import org.thalweg.api.analysis.Judgement;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.ProbabilityCurrent;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.analysis.Region;
import org.thalweg.api.analysis.RelaxationMode;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.ProductStart;
import org.thalweg.api.problem.Start;

/**
 * Diffusion between -1 and 1, D = 1/2: T = 1 - x^2, E T^2 = (5 - 6 x^2 + x^4)/3, right: (1+x)/2.
 */
class PassageOfDensitiesTest {
  private static final double D = 0.5;
  private static final MethodInfo DENSITY = Fixtures.density("density");
  private static final MethodInfo LANGEVIN = Fixtures.langevin("langevin", 0.0025);
  private static final Region LEFT = new Region.HalfSpace("left", 0, Region.Side.BELOW, -1);
  private static final Region RIGHT = new Region.HalfSpace("right", 0, Region.Side.ABOVE, 1);

  /** What a scheme of second order would say. */
  private record Between(GridAxis axis) implements GridOperator {
    private double[] values(Predicate<double[]> ended, java.util.function.DoubleUnaryOperator f) {
      double[] out = new double[axis.cells()];
      for (int k = 0; k < out.length; k++) {
        double x = axis.centre(k);
        boolean inside = ended.test(new double[] {x, 0});
        out[k] = inside ? 0 : f.applyAsDouble(x) + axis.width() * axis.width() * Math.cos(x);
      }
      return out;
    }

    @Override
    public List<GridAxis> axes() {
      return List.of(axis, new GridAxis(-1, 1, 1));
    }

    @Override
    public ProbabilityCurrent current(double[] density) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<RelaxationMode> modes(int modes) {
      throw new UnsupportedOperationException();
    }

    @Override
    public double[] meanPassageTime(Predicate<double[]> region) {
      return values(region, x -> 1 - x * x);
    }

    @Override
    public double[] meanSquarePassageTime(Predicate<double[]> region) {
      return values(region, x -> (5 - 6 * x * x + x * x * x * x) / 3);
    }

    @Override
    public double[] hittingProbability(Predicate<double[]> target, Predicate<double[]> other) {
      boolean right = target.test(new double[] {2, 0});
      return values(target.or(other), x -> right ? (1 + x) / 2 : (1 - x) / 2);
    }
  }

  /** Independent normal coordinates; of width zero a point. */
  private record Normal(double mean, double sd) implements ProductStart {
    @Override
    public void sample(Draws draws, Block x) {
      throw new UnsupportedOperationException();
    }

    private double middle(int axis) {
      return axis == 0 ? mean : 0;
    }

    @Override
    public double cumulative(int axis, double v) {
      return sd == 0 || axis > 0
          ? v >= middle(axis) ? 1 : 0
          : new NormalDistribution(mean, sd).cumulativeProbability(v);
    }

    @Override
    public double partialMean(int axis, double v) {
      if (sd == 0 || axis > 0 || Double.isInfinite(v)) {
        return middle(axis) * cumulative(axis, v);
      }
      NormalDistribution law = new NormalDistribution(mean, sd);
      return mean * law.cumulativeProbability(v) - sd * sd * law.density(v);
    }
  }

  private static Problem problem(Start start) {
    Problem p =
        Fixtures.problem(
            TestValley.bump(), new Fixtures.Anisotropic(D, 1), 10, Axis.UNBOUNDED, Axis.UNBOUNDED);
    return new Problem(p.setting(), p.noise(), start, p.domain(), p.horizon(), p.divergence());
  }

  private static Analyzer analyzer(Problem problem, Prediction... predictions) {
    return new FirstPassage()
        .create(
            new FirstPassage.Params(List.of(LEFT, RIGHT), false, true),
            problem.setting(),
            Fixtures.assembly(List.of(predictions), null));
  }

  private static GridDensity density() {
    GridAxis fine = new GridAxis(-1.5, 1.5, 120);
    GridAxis rough = new GridAxis(-1.5, 1.5, 60);
    GridAxis across = new GridAxis(-1, 1, 2);
    return new GridDensity(
        List.of(fine, across),
        new double[240],
        new GridDensity(
            List.of(rough, new GridAxis(-1, 1, 1)), new double[60], null, new Between(rough)),
        new Between(fine));
  }

  private static Observed seen(Analyzer a, Problem problem) {
    Observer o = a.observer(problem, DENSITY).orElseThrow();
    o.observe(0, density());
    o.observe(1, density());
    return Fixtures.observed(DENSITY, o);
  }

  private static void answers(Start start, double mean, double square, double right) {
    Problem problem = problem(start);
    Analyzer a = analyzer(problem);
    Report report = a.report(problem, List.of(seen(a, problem)));
    double[] times = Fixtures.numbers(report.tables().get(0), "mean");
    double[] errors = Fixtures.numbers(report.tables().get(0), "mean_error");
    double[] deviation = Fixtures.numbers(report.tables().get(1), "standard_deviation");
    double[] parts = Fixtures.numbers(report.tables().get(2), "of_all");

    assertThat(times[0]).isCloseTo(mean, within(1e-4));
    // a third of the difference of the grids, whose cells are 0.025 and 0.05 wide
    assertThat(errors[0]).isBetween(1e-5, 2e-3);
    assertThat(deviation[0]).isCloseTo(Math.sqrt(square - mean * mean), within(1e-3));
    assertThat(parts).hasSize(2);
    assertThat(parts[1]).isCloseTo(right, within(1e-4));
  }

  @Test
  void aPointIsReadBetweenTheCellsAndExtrapolated() {
    double x = 0.313;
    answers(new Normal(x, 0), 1 - x * x, (5 - 6 * x * x + Math.pow(x, 4)) / 3, (1 + x) / 2);
  }

  @Test
  void aStartThatIsSpreadIsAveragedOver() {
    double m = 0.2;
    double v = 0.01;
    answers(
        new Normal(m, 0.1),
        1 - m * m - v,
        (5 - 6 * (m * m + v) + Math.pow(m, 4) + 6 * m * m * v + 3 * v * v) / 3,
        (1 + m) / 2);
  }

  @Test
  void aStartInsideARegionHasPassed() {
    Problem problem = problem(new Normal(1.2, 0));
    Analyzer a = analyzer(problem);
    Report report = a.report(problem, List.of(seen(a, problem)));
    assertThat(Fixtures.numbers(report.tables().get(0), "mean")[0]).isZero();
    assertThat(Fixtures.numbers(report.tables().get(2), "of_all")).containsExactly(0, 1);
  }

  private record Told(double value, double error) implements Prediction {
    @Override
    public String id() {
      return "told";
    }

    @Override
    public Quantity quantity() {
      return Quantity.PASSAGE_TIME;
    }

    @Override
    public Optional<String> objection(Problem problem) {
      return Optional.empty();
    }

    @Override
    public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
      assertThat(((Question.Passage) question).region()).isEqualTo(OUT);
      return new Estimate[] {new Estimate(value, error)};
    }
  }

  private static final Region OUT =
      new Region.Box("", new double[] {-1}, new double[] {1}, Region.Part.OUTSIDE, List.of());

  private static List<Judgement> judged(double told, boolean continuous, double h) {
    Problem problem = problem(new Normal(0, 0));
    Analyzer a =
        new FirstPassage()
            .create(
                new FirstPassage.Params(List.of(OUT), false, continuous),
                problem.setting(),
                Fixtures.assembly(List.of(new Told(told, 1e-3)), null));
    PassageLooks looks = (PassageLooks) a.pathObserver(problem, LANGEVIN).orElseThrow();
    double root = Math.sqrt(2 * D * h);
    new Walks(8)
        .walk(
            looks,
            20_000,
            new double[] {0, 0},
            Math.round(12 / h),
            h,
            (x, t, draws) -> x[0] += root * draws.normal());
    Report report =
        a.report(
            problem, List.of(new Observed(LANGEVIN, null, Optional.of(looks)), seen(a, problem)));
    return report.judgements();
  }

  @Test
  void walkersDensityAndPredictionAreJudgedAgainstEachOther() {
    List<Judgement> judgements = judged(1, true, 0.01);
    assertThat(judgements).hasSize(3);
    assertThat(judgements)
        .as("%s", judgements)
        .allMatch(j -> j.outcome() == Judgement.Outcome.AGREE);
    assertThat(judgements.get(0).left()).isEqualTo("langevin");
    assertThat(judgements.get(0).right()).isEqualTo("density");
    assertThat(judgements.get(0).value()).isCloseTo(1, within(0.03));
  }

  @Test
  void aPredictionThatIsWrongIsToldByBoth() {
    assertThat(judged(1.2, true, 0.01).subList(1, 3))
        .allMatch(j -> j.outcome() == Judgement.Outcome.DIFFER)
        .allMatch(j -> j.right().equals("told"));
  }

  @Test
  void whereBoundsAreNotMovedTheStepsCountAsAnError() {
    Judgement j = judged(1, false, 0.01).get(0);
    // 2 * 0.5826 * sqrt(2 D h) late
    assertThat(j.value() - 1).isBetween(0.08, 0.16);
    assertThat(j.outcome()).isNotEqualTo(Judgement.Outcome.DIFFER);
    assertThat(j.explanation()).contains("steps");
  }

  @Test
  void aSavedFieldAnswersTheSame() {
    Problem problem = problem(new Normal(0.4, 0.1));
    Analyzer a = analyzer(problem);
    Observed seen = seen(a, problem);
    Observer again = a.observer(problem, DENSITY).orElseThrow();
    Fixtures.restore(again, Fixtures.bytes(seen.observer()));
    Report first = a.report(problem, List.of(seen));
    Report second = a.report(problem, List.of(Fixtures.observed(DENSITY, again)));
    assertThat(Fixtures.numbers(second.tables().get(0), "mean"))
        .isEqualTo(Fixtures.numbers(first.tables().get(0), "mean"));
  }

  @Test
  void aStartThatIsNoProductIsThatOfTheWalkers() {
    Problem problem = problem((draws, x) -> {});
    Analyzer a = analyzer(problem);
    PassageLooks looks = (PassageLooks) a.pathObserver(problem, LANGEVIN).orElseThrow();
    looks.step(0, 0, Fixtures.chunk(0, new double[] {0.5, -0.1}, new double[2]));
    PassageLooks next = (PassageLooks) a.pathObserver(problem, LANGEVIN).orElseThrow();
    next.step(0, 0, Fixtures.chunk(2, new double[] {0.2}, new double[1]));
    looks.merge(next);
    Report report =
        a.report(
            problem, List.of(new Observed(LANGEVIN, null, Optional.of(looks)), seen(a, problem)));
    assertThat(Fixtures.numbers(report.tables().get(0), "mean")[1])
        .isCloseTo(1 - (0.25 + 0.01 + 0.04) / 3, within(1e-4));
  }

  @Test
  void theEscapeRateIsOneOverTheMeanTimeAndOneOverTheDeviationTellsHowExponentialItIs() {
    Problem problem = problem(new Normal(0, 0));
    Analyzer a =
        new EscapeRate()
            .create(
                new EscapeRate.Params(List.of(OUT), List.of(), OptionalDouble.empty(), true),
                problem.setting(),
                Fixtures.assembly(List.of(), null));
    Report report = a.report(problem, List.of(seen(a, problem)));
    assertThat(Fixtures.numbers(report.tables().get(0), "rate")[0]).isCloseTo(1, within(1e-4));
    // the standard deviation is sqrt(5/3 - 1)
    assertThat(Fixtures.numbers(report.tables().get(0), "rate_error")[0])
        .isCloseTo(1 / Math.sqrt(2 / 3.0) - 1, within(1e-3));
    assertThat(report.figures()).isEmpty();
  }
}
