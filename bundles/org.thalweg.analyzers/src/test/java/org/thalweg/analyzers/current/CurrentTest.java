package org.thalweg.analyzers.current;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.thalweg.analyzers.Fixtures;
import org.thalweg.analyzers.TestValley;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.GridAxis;
import org.thalweg.api.analysis.GridDensity;
import org.thalweg.api.analysis.GridOperator;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.ProbabilityCurrent;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.analysis.RelaxationMode;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Problem;

/**
 * Four eddies, psi = s x y exp(-(x^2 + y^2)/2) (1 + h^2), with P normal: largest, s/e, at (1, 1).
 */
class CurrentTest {
  private static final double HALF = 5;
  private static final MethodInfo DENSITY = Fixtures.density("steady");

  private final Problem problem =
      Fixtures.problem(
          new TestValley(x -> -x * x / 2, x -> -x, x -> -1, 0),
          new Fixtures.Anisotropic(1, 4),
          1,
          Fixtures.walls(-HALF, HALF),
          Fixtures.walls(-HALF, HALF));

  private static double psi(double s, double x, double y) {
    return s * x * y * Math.exp(-(x * x + y * y) / 2);
  }

  /** An operator of second order whose entropy production tends to 2. */
  private record Eddies(GridAxis axis, double strength) implements GridOperator {
    @Override
    public List<GridAxis> axes() {
      return List.of(axis, axis);
    }

    @Override
    public ProbabilityCurrent current(double[] density) {
      int n = axis.cells();
      double s = strength * (1 + axis.width() * axis.width());
      double[][] j = new double[2][n * n];
      double[] stream = new double[(n + 1) * (n + 1)];
      for (int k = 0; k < n * n; k++) {
        double x = axis.centre(k / n);
        double y = axis.centre(k % n);
        double e = s * Math.exp(-(x * x + y * y) / 2);
        j[0][k] = x * (1 - y * y) * e;
        j[1][k] = -y * (1 - x * x) * e;
      }
      for (int k = 0; k < stream.length; k++) {
        stream[k] = psi(s, axis.edge(k / (n + 1)), axis.edge(k % (n + 1)));
      }
      // what rounding alone gave in a Gibbs state
      return strength < 1e-10
          ? new ProbabilityCurrent(j, stream, 6e-13, 8e-29)
          : new ProbabilityCurrent(j, stream, 6e-13, 2 + axis.width() * axis.width());
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
      throw new UnsupportedOperationException();
    }
  }

  private static GridDensity density(int cells, double strength, boolean coarse) {
    GridAxis axis = new GridAxis(-HALF, HALF, cells);
    double[] p = new double[cells * cells];
    for (int k = 0; k < p.length; k++) {
      double x = axis.centre(k / cells);
      double y = axis.centre(k % cells);
      p[k] = Math.exp(-(x * x + y * y) / 2) / (2 * Math.PI);
    }
    return new GridDensity(
        List.of(axis, axis),
        p,
        coarse ? density(cells / 2, strength, false) : null,
        new Eddies(axis, strength));
  }

  private Analyzer analyzer(Prediction... predictions) {
    return new Current()
        .create(
            new Current().defaults(),
            problem.setting(),
            Fixtures.assembly(List.of(predictions), problem.noise()));
  }

  private Report report(Analyzer analyzer, GridDensity... densities) {
    Observer observer = Fixtures.observer(analyzer, problem, DENSITY);
    for (int i = 0; i < densities.length; i++) {
      observer.observe(i + 1 == densities.length ? Double.POSITIVE_INFINITY : i, densities[i]);
    }
    Observer back = Fixtures.observer(analyzer, problem, DENSITY);
    Fixtures.restore(back, Fixtures.bytes(observer));
    return analyzer.report(problem, List.of(Fixtures.observed(DENSITY, back)));
  }

  @Test
  void numbersAreExtrapolatedFromBothGridsAndCarryTheirError() {
    Report report = report(analyzer(), density(200, 0.1, true));
    Table table = report.tables().get(0);
    assertThat(Fixtures.numbers(table, "entropy_production")[0]).isCloseTo(2, within(1e-12));
    assertThat(Fixtures.numbers(table, "entropy_production_error")[0])
        .isCloseTo(0.0025, within(1e-12));
    assertThat(Fixtures.numbers(table, "largest_psi")[0]).isCloseTo(0.1 / Math.E, within(1e-6));
    assertThat(Fixtures.numbers(table, "psi_at_x0")[0]).isCloseTo(1, within(1e-3));
    assertThat(Fixtures.numbers(table, "psi_at_x1")[0]).isCloseTo(1, within(1e-3));
    assertThat(report.results())
        .extracting("quantity")
        .containsExactly("entropy-production", "largest-current", "largest-stream-function");
    assertThat(report.arrays()).extracting("name").contains("current-steady");
  }

  @Test
  void streamlinesLieAtEvenlySpacedValuesOfPsiAndRunWithTheCurrent() {
    Report report = report(analyzer(), density(200, 0.1, true));
    Figure figure = report.figures().get(0);
    Figure.Flow flow = (Figure.Flow) figure.layers().get(1);
    double spacing = 0.1 * (1 + 0.0025) / Math.E / 6;
    int checked = 0;
    for (int i = 1; i < flow.x().length; i++) {
      double dx = flow.x()[i] - flow.x()[i - 1];
      double dy = flow.y()[i] - flow.y()[i - 1];
      if (!Double.isNaN(dx) && Math.hypot(dx, dy) > 1e-6) {
        double x = flow.x()[i];
        double y = flow.y()[i];
        double part = Math.abs(psi(0.10025, x, y)) / spacing;
        assertThat(Math.abs(part - Math.floor(part) - 0.5)).isLessThan(0.03);
        assertThat(dx * x * (1 - y * y) - dy * y * (1 - x * x)).isPositive();
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(1000);
  }

  @Test
  void predictionsStandBesideThePlaceWherePsiIsLargestAndBesideEntropyProduction() {
    Report report =
        report(
            analyzer(told(Quantity.STREAM_FUNCTION), told(Quantity.ENTROPY_PRODUCTION)),
            density(200, 0.1, true));
    Table table = report.tables().get(1);
    assertThat(table.name()).isEqualTo("current-theory-steady");
    assertThat(Fixtures.numbers(table, "ratio")[0]).isCloseTo(1, within(1e-4));
    assertThat(Fixtures.numbers(table, "ratio")[1]).isCloseTo(0.5, within(1e-9));
  }

  /** Psi of the continuum, and an entropy production of 4. */
  private static Prediction told(Quantity quantity) {
    return new Prediction() {
      @Override
      public String id() {
        return "told";
      }

      @Override
      public Quantity quantity() {
        return quantity;
      }

      @Override
      public Optional<String> objection(Problem problem) {
        return Optional.empty();
      }

      @Override
      public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
        Estimate[] out = new Estimate[question.size()];
        for (int i = 0; i < out.length; i++) {
          double v = 4;
          if (question instanceof Question.At at) {
            v = psi(0.1, at.coordinates()[2 * i], at.coordinates()[2 * i + 1]);
          }
          out[i] = new Estimate(v, 0.01);
        }
        return out;
      }
    };
  }

  @Test
  void everySaveTimeHasARow() {
    Report report = report(analyzer(), density(64, 0.05, true), density(64, 0.1, true));
    Table times = report.tables().get(1);
    assertThat(Fixtures.numbers(times, "largest_psi")[1])
        .isCloseTo(2 * Fixtures.numbers(times, "largest_psi")[0], within(1e-12));
  }

  @Test
  void stateWithoutCurrentSaysSoAndDrawsNoLines() {
    Report report = report(analyzer(), density(64, 2e-15, true));
    assertThat(Fixtures.words(report.tables().get(0), "note"))
        .containsExactly("no current beyond rounding");
    assertThat(report.figures()).hasSize(1);
    assertThat(report.figures().get(0).layers()).hasSize(1);
  }

  @Test
  void walkersAloneAreRefusedWithTheReason() {
    assertThat(analyzer().objections(problem, List.of(Fixtures.langevin("paths", 0.01))))
        .singleElement()
        .asString()
        .contains("fokker-planck");
    assertThat(analyzer().observer(problem, Fixtures.langevin("paths", 0.01))).isEmpty();
  }
}
