package org.thalweg.analyzers.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.thalweg.analyzers.Fixtures;
import org.thalweg.analyzers.StateDependent;
import org.thalweg.analyzers.StubTheory;
import org.thalweg.analyzers.TestValley;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.GridAxis;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.problem.Problem;

/** L_SGD and what the leading order leaves out. */
class EffectiveLossTest {
  private static final double DELTA = 0.5;
  private static final double KAPPA = 4;
  private static final TestValley VALLEY = TestValley.gaussian(100, 0);
  private static final Problem PROBLEM =
      Fixtures.problem(
          VALLEY,
          new Fixtures.Anisotropic(DELTA, KAPPA),
          10,
          Fixtures.walls(-2, 2),
          Fixtures.walls(-1, 1));

  private static Analyzer analyzer(List<Double> at) {
    return new EffectiveLoss()
        .create(
            new EffectiveLoss.Params(40, OptionalDouble.empty(), OptionalDouble.empty(), at, 0),
            PROBLEM.setting(),
            Fixtures.assembly(List.of(new StubTheory(Quantity.EFFECTIVE_LOSS, 0.01)), null));
  }

  private static Table table(Report report, String name) {
    return report.tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void slopeOfWalkersGivesKappaBack() {
    MethodInfo sgd = Fixtures.langevin("sgd", 0.001);
    SplittableRandom random = new SplittableRandom(11);
    double[] x = Fixtures.sample(random, 20_000, v -> KAPPA * VALLEY.logFlatness(v), -2, 2);
    double[] y = Fixtures.across(random, VALLEY, x, DELTA);
    Analyzer a = analyzer(List.of());
    Observer o = Fixtures.observer(a, PROBLEM, sgd);
    o.observe(10, Fixtures.chunk(0, x, y));
    Report report = a.report(PROBLEM, List.of(Fixtures.observed(sgd, o)));
    Table slope = table(report, "effective-loss-slope");
    Table curve = table(report, "effective-loss-sgd");
    double kappa = Fixtures.numbers(slope, "kappa_implied")[0];
    double error = Fixtures.numbers(slope, "kappa_implied_error")[0];

    assertThat(kappa).isCloseTo(KAPPA, within(4 * error));
    assertThat(error).isLessThan(0.06);
    assertThat(Fixtures.numbers(slope, "slope")[0]).isCloseTo(DELTA * (1 - kappa), within(1e-12));
    assertThat(Fixtures.numbers(slope, "kappa_stub_effective_loss")[0])
        .isCloseTo(KAPPA, within(1e-6));
    // u = lambda y^2 / Delta is one, and nothing is left over
    int within = 0;
    for (int i = 10; i < 30; i++) {
      double u = Fixtures.numbers(curve, "u_mean")[i];
      assertThat(u).isCloseTo(1, within(5 * Fixtures.numbers(curve, "u_mean_error")[i]));
      double l =
          Fixtures.numbers(curve, "l_sgd")[i]
              - Fixtures.numbers(curve, "predicted_stub_effective_loss")[i];
      within += Math.abs(l) < 2 * Fixtures.numbers(curve, "l_sgd_error")[i] + 0.003 ? 1 : 0;
    }
    assertThat(within).isGreaterThanOrEqualTo(17);
    // the prediction is of leading order, which leaves nothing over
    Figure left =
        report.figures().stream()
            .filter(f -> f.name().equals("effective-loss-left-over"))
            .findFirst()
            .orElseThrow();
    Figure.Line line = (Figure.Line) left.layers().get(0);
    assertThat(line.y()).containsExactly(new double[40], within(1e-12));
  }

  @Test
  void chunksMergedInOrderAndRestoredGiveTheSameBytes() {
    MethodInfo sgd = Fixtures.langevin("sgd", 0.001);
    Analyzer a = analyzer(List.of());
    Observer[] parts = new Observer[3];
    for (int c = 0; c < 3; c++) {
      SplittableRandom random = new SplittableRandom(c);
      double[] x = Fixtures.sample(random, 500, v -> KAPPA * VALLEY.logFlatness(v), -2, 2);
      parts[c] = Fixtures.observer(a, PROBLEM, sgd);
      parts[c].observe(1, Fixtures.chunk(0, x, Fixtures.across(random, VALLEY, x, DELTA)));
    }
    Observer copy = Fixtures.observer(a, PROBLEM, sgd);
    Fixtures.restore(copy, Fixtures.bytes(parts[0]));
    for (Observer whole : List.of(parts[0], copy)) {
      whole.merge(parts[1]);
      whole.merge(parts[2]);
    }

    assertThat(Fixtures.bytes(copy)).isEqualTo(Fixtures.bytes(parts[0]));
  }

  /** A closed form with a known left-over and a known warmth, perturbed as a scheme would. */
  @Test
  void densitiesGiveWhatIsLeftOverPrecisely() {
    MethodInfo method = Fixtures.density("density");
    Analyzer a = analyzer(List.of(0.5, 1.0));
    Observer o = Fixtures.observer(a, PROBLEM, method);
    o.observe(
        Double.POSITIVE_INFINITY,
        Fixtures.density(
            new GridAxis(-2, 2, 200),
            new GridAxis(-1, 1, 360),
            (x, y) -> {
              double width = DELTA / VALLEY.curvature(x) * (1 - 0.02 * x * x);
              return Math.exp(KAPPA * VALLEY.logFlatness(x) + 0.03 * x * x - y * y / (2 * width))
                  / Math.sqrt(width);
            },
            (x, y) -> 2 * Math.cos(x) + y * y,
            true));
    Table table =
        table(a.report(PROBLEM, List.of(Fixtures.observed(method, o))), "effective-loss-at");

    assertThat(Fixtures.numbers(table, "delta_ln_p")[0]).isCloseTo(0.0075, within(1e-5));
    assertThat(Fixtures.numbers(table, "delta_ln_p")[1]).isCloseTo(0.03, within(1e-5));
    assertThat(Fixtures.numbers(table, "delta_ln_p_error")[1]).isBetween(1e-5, 2e-3);
    assertThat(Fixtures.numbers(table, "u_mean")[1]).isCloseTo(0.98, within(1e-4));
    assertThat(Fixtures.words(table, "method")).containsOnly("density");
  }

  @Test
  void saysWhereItIsNotDefined() {
    Problem warmer =
        PROBLEM.with(new StateDependent(x -> DELTA * VALLEY.curvature(x) / VALLEY.curvature(0)));

    assertThat(analyzer(List.of()).objections(PROBLEM, List.of())).isEmpty();
    assertThat(analyzer(List.of()).objections(warmer, List.of()).get(0))
        .contains("Delta is not defined");
    assertThat(analyzer(List.of(7.0)).objections(PROBLEM, List.of()).get(0))
        .contains("outside the bins");
  }
}
