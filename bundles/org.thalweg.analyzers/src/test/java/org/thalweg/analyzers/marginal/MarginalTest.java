package org.thalweg.analyzers.marginal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.thalweg.analyzers.Fixtures;
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
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Problem;

/** The marginal along an axis. */
class MarginalTest {
  private static final Problem PROBLEM =
      Fixtures.problem(
          TestValley.gaussian(100, 0),
          new Fixtures.Anisotropic(1, 4),
          10,
          Fixtures.walls(-2, 2),
          Fixtures.walls(-1, 1));
  private static final MethodInfo WALKERS = Fixtures.langevin("langevin", 0.01);
  private static final MethodInfo DENSITY = Fixtures.density("density");

  private static Analyzer analyzer(Marginal.Times times) {
    return new Marginal()
        .create(
            new Marginal.Params(0, 40, OptionalDouble.empty(), OptionalDouble.empty(), times),
            PROBLEM.setting(),
            Fixtures.assembly(List.of(new StubTheory(Quantity.LOG_FLOOR_MARGINAL, 0.05)), null));
  }

  private static WalkerChunk walkers(long seed, int n) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] x = Fixtures.sample(random, n, v -> -2 * v * v, -2, 2);
    return Fixtures.chunk(0, x, new double[n]);
  }

  @Test
  void countsMergeExactlyAndInAnyOrder() {
    Analyzer a = analyzer(Marginal.Times.ALL);
    Observer one = seen(a, walkers(1, 300));
    Observer other = seen(a, walkers(1, 300));
    one.merge(seen(a, walkers(2, 400)));
    one.merge(seen(a, walkers(3, 500)));
    other.merge(seen(a, walkers(3, 500)));
    other.merge(seen(a, walkers(2, 400)));
    Observer copy = Fixtures.observer(a, PROBLEM, WALKERS);
    Fixtures.restore(copy, Fixtures.bytes(one));

    assertThat(Fixtures.bytes(other)).isEqualTo(Fixtures.bytes(one));
    assertThat(Fixtures.bytes(copy)).isEqualTo(Fixtures.bytes(one));
  }

  private static Observer seen(Analyzer a, WalkerChunk chunk) {
    Observer o = Fixtures.observer(a, PROBLEM, WALKERS);
    o.observe(0, chunk);
    o.observe(1, chunk);
    return o;
  }

  @Test
  void agreesWithTheDistributionWithinItsErrorBars() {
    Analyzer a = analyzer(Marginal.Times.LAST);
    Report report =
        a.report(PROBLEM, List.of(Fixtures.observed(WALKERS, seen(a, walkers(5, 20_000)))));
    Table measured = report.tables().get(0);
    Table theory = report.tables().get(1);
    double[] p = Fixtures.numbers(measured, "p");
    double[] error = Fixtures.numbers(measured, "p_error");
    double[] expected = Fixtures.numbers(theory, "p");
    double chi = 0;
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      chi += Math.pow((p[i] - expected[i]) / Math.max(error[i], 0.003), 2);
      sum += expected[i] * 0.1;
    }

    assertThat(sum).isCloseTo(1, within(1e-9));
    // chi-square of 40 bins: 40 +- 9
    assertThat(chi).isBetween(15.0, 70.0);
    assertThat(Fixtures.numbers(theory, "p_error")[20])
        .isCloseTo(0.05 * expected[20], within(1e-9));
    assertThat(report.figures().get(0).layers())
        .hasSize(3)
        .anyMatch(l -> l instanceof Figure.Band)
        .anyMatch(l -> l instanceof Figure.Points q && q.role() == Figure.Role.LANGEVIN);
  }

  @Test
  void densitiesAreSummedOverSlabs() {
    Analyzer a = analyzer(Marginal.Times.LAST);
    Observer o = Fixtures.observer(a, PROBLEM, DENSITY);
    o.observe(
        Double.POSITIVE_INFINITY,
        Fixtures.density(
            new GridAxis(-2, 2, 80),
            new GridAxis(-1, 1, 40),
            (x, y) -> Math.exp(-2 * x * x - 50 * y * y),
            (x, y) -> x,
            true));
    Observer copy = Fixtures.observer(a, PROBLEM, DENSITY);
    Fixtures.restore(copy, Fixtures.bytes(o));
    Report report = a.report(PROBLEM, List.of(Fixtures.observed(DENSITY, copy)));
    double[] x = Fixtures.numbers(report.tables().get(0), "x0");
    double[] p = Fixtures.numbers(report.tables().get(0), "p");

    assertThat(Fixtures.bytes(copy)).isEqualTo(Fixtures.bytes(o));
    assertThat(x).hasSize(40);
    double peak = Math.sqrt(2 / Math.PI) / 0.99994;
    assertThat(p[20]).isCloseTo(peak * Math.exp(-2 * x[20] * x[20]), within(2e-3));
  }

  @Test
  void walkersThatLeftAreCountedAndNotBinned() {
    Histogram h =
        Histogram.of(
            new WalkerChunk(
                Fixtures.chunk(0, new double[] {0.5, -7, Double.NaN, 0.5, 2}, new double[5])
                    .position(),
                new byte[] {0, 0, 0, WalkerChunk.ABSORBED, 0},
                0),
            0,
            new Bins(-2, 2, 4));

    assertThat(h.inside()).isEqualTo(2);
    assertThat(h.count(3)).isEqualTo(1);
    assertThat(h.outside).isEqualTo(1);
    assertThat(h.notFinite).isEqualTo(1);
    assertThat(h.losses.absorbed()).isEqualTo(1);
  }

  @Test
  void needsEndsSomewhere() {
    Problem open =
        Fixtures.problem(
            TestValley.gaussian(100, 0),
            new Fixtures.Anisotropic(1, 4),
            10,
            Axis.UNBOUNDED,
            Axis.UNBOUNDED);

    assertThat(analyzer(Marginal.Times.LAST).objections(open, List.of()))
        .singleElement()
        .asString()
        .contains("give from and to");
    assertThat(analyzer(Marginal.Times.LAST).objections(PROBLEM, List.of())).isEmpty();
    assertThatThrownBy(
            () ->
                new Marginal()
                    .create(
                        new Marginal.Params(
                            5,
                            10,
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            Marginal.Times.LAST),
                        PROBLEM.setting(),
                        Fixtures.assembly(List.of(), null)))
        .isInstanceOf(InvalidParameterException.class);
  }
}
