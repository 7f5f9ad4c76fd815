package org.thalweg.analyzers.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.thalweg.analyzers.Fixtures;
import org.thalweg.analyzers.TestValley;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.GridAxis;
import org.thalweg.api.analysis.GridDensity;
import org.thalweg.api.analysis.GridOperator;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.ProbabilityCurrent;
import org.thalweg.api.analysis.Region;
import org.thalweg.api.analysis.RelaxationMode;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.Problem;

/**
 * Between circles of radii a and b, D = 1: q = ln(r/a) / ln(b/a). Under P = c exp(-r^2/2) this is
 * not a committor, but the integral of P |grad q|^2 is known.
 */
class CommittorTest {
  private static final double A = 0.53;
  private static final double B = 1.71;
  private static final MethodInfo DENSITY = Fixtures.density("steady");
  private static final Region INSIDE =
      new Region.Ball("", new double[] {0, 0}, A, Region.Part.INSIDE, List.of());
  private static final Region OUTSIDE =
      new Region.Ball("", new double[] {0, 0}, B, Region.Part.OUTSIDE, List.of());

  private final Problem problem =
      Fixtures.problem(
          TestValley.bump(),
          new Fixtures.Anisotropic(1, 1),
          1,
          Fixtures.walls(-2, 2),
          Fixtures.walls(-2, 2));

  private record Circles(GridAxis axis) implements GridOperator {
    @Override
    public List<GridAxis> axes() {
      return List.of(axis, axis);
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
      throw new UnsupportedOperationException();
    }

    @Override
    public double[] meanSquarePassageTime(Predicate<double[]> region) {
      throw new UnsupportedOperationException();
    }

    @Override
    public double[] hittingProbability(Predicate<double[]> target, Predicate<double[]> other) {
      int n = axis.cells();
      double[] q = new double[n * n];
      for (int k = 0; k < q.length; k++) {
        double[] x = {axis.centre(k / n), axis.centre(k % n)};
        q[k] =
            target.test(x)
                ? 1
                : other.test(x) ? 0 : Math.log(Math.hypot(x[0], x[1]) / A) / Math.log(B / A);
      }
      return q;
    }
  }

  private static GridDensity density(int cells, boolean coarse) {
    GridAxis axis = new GridAxis(-2, 2, cells);
    double[] p = new double[cells * cells];
    for (int k = 0; k < p.length; k++) {
      double x = axis.centre(k / cells);
      double y = axis.centre(k % cells);
      p[k] = Math.exp(-(x * x + y * y) / 2);
    }
    return new GridDensity(
        List.of(axis, axis), p, coarse ? density(cells / 2, false) : null, new Circles(axis));
  }

  private Report report(double time, int cells) {
    Analyzer a =
        new Committor()
            .create(
                new Committor.Params(List.of(INSIDE), List.of(OUTSIDE)),
                problem.setting(),
                Fixtures.assembly(List.of(), null));
    Observer o = a.observer(problem, DENSITY).orElseThrow();
    o.observe(time, density(cells, true));
    Observer again = a.observer(problem, DENSITY).orElseThrow();
    Fixtures.restore(again, Fixtures.bytes(o));
    List<Observed> seen = List.of(Fixtures.observed(DENSITY, again));
    return a.report(problem, seen);
  }

  @Test
  void theFluxIsTheIntegralOfTheGradientSquaredUpToTheBoundsOfTheRegions() {
    // 2 pi Int_a^b e^{-r^2/2} dr / (r ln(b/a)^2)
    double exact = 0;
    int n = 100_000;
    for (int i = 0; i < n; i++) {
      double r = A + (i + 0.5) * (B - A) / n;
      exact += 2 * Math.PI * Math.exp(-r * r / 2) / r * (B - A) / n;
    }
    exact /= Math.pow(Math.log(B / A), 2);
    Report report = report(Double.POSITIVE_INFINITY, 160);
    double flux = Fixtures.numbers(report.tables().get(0), "flux")[0];
    double cycle = Fixtures.numbers(report.tables().get(0), "time_of_a_cycle")[0];
    assertThat(flux).isCloseTo(exact, within(0.01 * exact));
    assertThat(cycle).isCloseTo(1 / flux, within(1e-12));
  }

  @Test
  void beforeTheSteadyStateThereIsNoFlux() {
    Report report = report(3, 40);
    assertThat(Fixtures.numbers(report.tables().get(0), "flux")[0]).isNaN();
    assertThat(Fixtures.numbers(report.tables().get(0), "mean")[0]).isBetween(0.0, 1.0);
  }

  @Test
  void theMapHasTheBorderAsAContour() {
    Figure figure = report(Double.POSITIVE_INFINITY, 80).figures().get(0);
    Figure.Contours border = (Figure.Contours) figure.layers().get(1);
    assertThat(border.levels()).contains(0);
    assertThat(figure.layers().get(0)).isInstanceOf(Figure.Cells.class);
  }

  @Test
  void walkersAloneAreReferredToFirstPassage() {
    Analyzer a =
        new Committor()
            .create(
                new Committor().defaults(), problem.setting(), Fixtures.assembly(List.of(), null));
    MethodInfo walkers = Fixtures.langevin("langevin", 0.1);
    assertThat(a.objections(problem, List.of(walkers)))
        .singleElement()
        .asString()
        .contains("first-passage");
    assertThat(a.objections(problem, List.of(walkers, DENSITY))).isEmpty();
    assertThatThrownBy(() -> new Committor.Params(List.of(), List.of(INSIDE)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("at least one");
  }
}
