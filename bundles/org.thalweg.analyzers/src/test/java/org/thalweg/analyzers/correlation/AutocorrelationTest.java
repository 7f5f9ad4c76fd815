package org.thalweg.analyzers.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.analyzers.Fixtures;
import org.thalweg.analyzers.TestValley;
import org.thalweg.analyzers.Walks;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.Problem;

/** Autocorrelation of first-order autoregressive series, which is rho^l. */
class AutocorrelationTest {
  private static final Problem PROBLEM =
      Fixtures.problem(
          TestValley.gaussian(2, 0.5),
          new Fixtures.Anisotropic(1, 4),
          10,
          Fixtures.walls(-3, 3),
          Fixtures.walls(-3, 3));
  private static final MethodInfo WALKERS = Fixtures.langevin("sgd", 0.05);

  /** Histories x' = rho x + sqrt(1 - rho^2) z about a mean, from the stationary state. */
  private static List<double[]> series(long seed, int walkers, int n, double rho, double mean) {
    Walks draws = new Walks(seed);
    List<double[]> all = new ArrayList<>();
    for (int w = 0; w < walkers; w++) {
      double[] x = new double[n];
      double y = draws.normal();
      for (int i = 0; i < n; i++) {
        x[i] = mean + y;
        y = rho * y + Math.sqrt(1 - rho * rho) * draws.normal();
      }
      all.add(x);
    }
    return all;
  }

  private static Analyzer analyzer(Autocorrelation.Params p) {
    return new Autocorrelation().create(p, PROBLEM.setting(), Fixtures.assembly(List.of(), null));
  }

  private static Analyzer analyzer() {
    return analyzer(new Autocorrelation().defaults());
  }

  /** Observes histories from one walker to another, saved every 0.1. */
  private static Observer observe(Analyzer analyzer, List<double[]> series, int from, int to) {
    Observer o = Fixtures.observer(analyzer, PROBLEM, WALKERS);
    for (int i = 0; i < series.get(0).length; i++) {
      double[] x = new double[to - from];
      for (int w = from; w < to; w++) {
        x[w - from] = series.get(w)[i];
      }
      o.observe(0.1 * i, Fixtures.chunk(from, x, new double[x.length]));
    }
    return o;
  }

  private static Report report(Analyzer analyzer, Observer o) {
    return analyzer.report(PROBLEM, List.of(Fixtures.observed(WALKERS, o)));
  }

  @Test
  void anAutoregressiveSeriesHasItsKnownFunctionAndTime() {
    for (double rho : new double[] {0.3, 0.8, 0.95}) {
      List<double[]> series = series(1, 50, 4000, rho, 7);
      CorrelationFunction f = new CorrelationFunction(series, false, 5);
      double known = (1 + rho) / (1 - rho) / 2;
      // what is left out beyond the window
      double rest = Math.pow(rho, f.window() + 1) / (1 - rho);

      assertThat(f.tau().value() + rest).isCloseTo(known, within(3 * f.tau().error()));
      assertThat(f.tau().error()).isLessThan(0.06 * known);
      assertThat(f.size().value()).isCloseTo(200_000 / 2.0 / f.tau().value(), within(1e-6));
      for (int l : new int[] {1, 2, 5}) {
        assertThat(f.rho(l).value()).isCloseTo(Math.pow(rho, l), within(3 * f.rho(l).error()));
      }
      assertThat(f.rho(0)).isEqualTo(new Estimate(1, 0));
    }
  }

  @Test
  void standardErrorsAreCalibrated() {
    double first = 0;
    double times = 0;
    int replicas = 300;
    for (int r = 0; r < replicas; r++) {
      CorrelationFunction f = new CorrelationFunction(series(50 + r, 4, 1000, 0.5, 0), false, 5);
      double rest = Math.pow(0.5, f.window() + 1) / 0.5;
      first += Math.pow((f.rho(1).value() - 0.5) / f.rho(1).error(), 2) / replicas;
      times += Math.pow((f.tau().value() + rest - 1.5) / f.tau().error(), 2) / replicas;
    }

    // the mean of 300 squares of normal numbers has a standard error of 0.08
    assertThat(first).isCloseTo(1, within(0.3));
    // Madras and Sokal's error is an approximation, here for a window of few lags
    assertThat(times).isBetween(0.5, 1.4);
  }

  @Test
  void whiteNoiseIsWorthItsNumber() {
    CorrelationFunction f = new CorrelationFunction(series(3, 20, 2000, 0, 1), false, 5);

    assertThat(f.window()).isEqualTo(3);
    assertThat(f.tau().value()).isCloseTo(0.5, within(3 * f.tau().error()));
    assertThat(f.size().value()).isCloseTo(40_000, within(3 * f.size().error()));
    for (int l = 1; l <= f.lags(); l++) {
      assertThat(f.rho(l).value()).isCloseTo(0, within(3.5 / Math.sqrt(40_000)));
    }
  }

  @Test
  void walkersInStatesOfTheirOwnNeedTheirOwnMeans() {
    List<double[]> series = series(4, 10, 4000, 0.5, -3);
    series.addAll(series(5, 10, 4000, 0.5, 3));

    assertThat(new CorrelationFunction(series, false, 5).window()).isZero();
    Estimate tau = new CorrelationFunction(series, true, 5).tau();
    assertThat(tau.value()).isCloseTo(1.5, within(3 * tau.error() + Math.pow(0.5, 8)));
  }

  @Test
  void reportsTimesInTheUnitOfTime() {
    Analyzer analyzer = analyzer();
    List<double[]> series = series(6, 8, 500, 0.6, 0);
    Report report = report(analyzer, observe(analyzer, series, 0, 8));
    CorrelationFunction f = new CorrelationFunction(series, false, 5);

    assertThat(report.tables().get(0).headline()).isTrue();
    assertThat(report.results().get(0).quantity()).isEqualTo("autocorrelation-time");
    assertThat(report.results().get(0).value()).isCloseTo(0.1 * f.tau().value(), within(1e-9));
    assertThat(report.results().get(0).error()).isCloseTo(0.1 * f.tau().error(), within(1e-9));
    assertThat(Fixtures.numbers(report.tables().get(1), "lag")[3]).isCloseTo(0.3, within(1e-9));
    assertThat(Fixtures.numbers(report.tables().get(1), "rho")[0]).isEqualTo(1);
    assertThat(Fixtures.words(report.tables().get(0), "remark")).containsExactly("");
    assertThat(report.figures().get(0).layers())
        .hasAtLeastOneElementOfType(Figure.Band.class)
        .anyMatch(l -> l instanceof Figure.Line line && line.dashed());
  }

  @Test
  void tooFewOrUnevenTimesAreRefusedWithARemedy() {
    Analyzer analyzer = analyzer();
    Report few = report(analyzer, observe(analyzer, series(7, 4, 19, 0.5, 0), 0, 4));
    Observer uneven = Fixtures.observer(analyzer, PROBLEM, WALKERS);
    for (int i = 0; i < 30; i++) {
      uneven.observe(i * i, Fixtures.chunk(0, new double[] {i}, new double[1]));
    }
    Report slow = report(analyzer, observe(analyzer, series(8, 4, 40, 0.999, 0), 0, 4));

    assertThat(Fixtures.words(few.tables().get(0), "remark").get(0))
        .contains("19 save times")
        .contains("save.every");
    assertThat(Fixtures.words(report(analyzer, uneven).tables().get(0), "remark").get(0))
        .contains("not evenly spaced");
    assertThat(Fixtures.words(slow.tables().get(0), "remark").get(0)).contains("longer horizon");
    assertThat(few.results().get(0).value()).isNaN();
    assertThat(slow.results().get(0).value()).isNaN();
  }

  @Test
  void walkersThatLeftAndAHorizonOutOfTurnDoNotCount() {
    Analyzer analyzer = analyzer();
    List<double[]> series = series(9, 3, 41, 0.5, 0);
    Observer o = Fixtures.observer(analyzer, PROBLEM, WALKERS);
    for (int i = 0; i < 41; i++) {
      double[] x = {series.get(0)[i], series.get(1)[i], series.get(2)[i]};
      WalkerChunk all = Fixtures.chunk(0, x, new double[3]);
      byte[] status = {0, i < 30 ? 0 : WalkerChunk.DIVERGED, 0};
      o.observe(i < 40 ? 0.1 * i : 3.95, new WalkerChunk(all.position(), status, 0));
    }
    double tau =
        new CorrelationFunction(
                List.of(Fixtures.part(series.get(0), 0, 40), Fixtures.part(series.get(2), 0, 40)),
                false,
                5)
            .tau()
            .value();

    assertThat(report(analyzer, o).results().get(0).value()).isCloseTo(0.1 * tau, within(1e-9));
  }

  @Test
  void chunksMergedInOrderAndRestoredGiveTheSameBytes() {
    Analyzer analyzer = analyzer();
    List<double[]> series = series(10, 12, 30, 0.5, 0);
    Observer first = observe(analyzer, series, 0, 5);
    Observer copy = Fixtures.observer(analyzer, PROBLEM, WALKERS);
    Fixtures.restore(copy, Fixtures.bytes(first));
    first.merge(observe(analyzer, series, 5, 12));
    copy.merge(observe(analyzer, series, 5, 12));

    assertThat(Fixtures.bytes(copy)).isEqualTo(Fixtures.bytes(first));
    assertThat(Fixtures.bytes(first)).isEqualTo(Fixtures.bytes(observe(analyzer, series, 0, 12)));
  }

  @Test
  void refusesACoordinateThatIsNotThere() {
    Autocorrelation.Params p =
        new Autocorrelation.Params(List.of(2L), 0, 256, Autocorrelation.About.ENSEMBLE, 5);

    assertThatThrownBy(() -> analyzer(p))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("coordinates 0 to 1");
  }
}
