package org.thalweg.analyzers.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.thalweg.analyzers.Fixtures;
import org.thalweg.analyzers.TestValley;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.GridAxis;
import org.thalweg.api.analysis.GridDensity;
import org.thalweg.api.analysis.GridOperator;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.analysis.RelaxationMode;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Problem;

class RelaxationSpectrumTest {
  private static final int CELLS = 16;
  private static final double[] NONE = {};

  private final Problem problem =
      Fixtures.problem(
          TestValley.gaussian(10, 0),
          new Fixtures.Anisotropic(1, 4),
          1,
          Fixtures.walls(-1, 1),
          Fixtures.walls(-1, 1));

  private record Expected() implements Prediction {
    @Override
    public String id() {
      return "expected";
    }

    @Override
    public Quantity quantity() {
      return Quantity.SPECTRAL_GAP;
    }

    @Override
    public Optional<String> objection(Problem problem) {
      return Optional.empty();
    }

    @Override
    public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
      return new Estimate[] {new Estimate(0.8, 0.1)};
    }
  }

  private static RelaxationMode mode(double rate, double frequency, int cells) {
    double[] right = new double[cells];
    Arrays.fill(right, 0.25);
    double[] left = new double[cells];
    for (int k = 0; k < cells; k++) {
      left[k] = Math.cos(rate * k);
    }
    double[] imaginary = frequency > 0 ? left.clone() : NONE;
    return new RelaxationMode(rate, frequency, right, imaginary, left, imaginary, 1e-15);
  }

  /** An operator that knows its modes and nothing else. */
  private static GridOperator operator(IntFunction<List<RelaxationMode>> modes) {
    return (GridOperator)
        Proxy.newProxyInstance(
            GridOperator.class.getClassLoader(),
            new Class<?>[] {GridOperator.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("modes")) {
                return modes.apply((int) arguments[0]);
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  private static GridDensity density(
      int cells, GridDensity coarse, IntFunction<List<RelaxationMode>> modes) {
    GridAxis axis = new GridAxis(-1, 1, cells);
    double[] p = new double[cells * cells];
    Arrays.fill(p, 0.25);
    return new GridDensity(List.of(axis, axis), p, coarse, operator(modes));
  }

  /** Rates and frequencies of two grids, in turns. */
  private static GridDensity density(double[] fine, double[] coarse) {
    return density(
        CELLS, density(CELLS / 2, null, n -> modes(coarse, CELLS / 2)), n -> modes(fine, CELLS));
  }

  private static List<RelaxationMode> modes(double[] values, int cells) {
    List<RelaxationMode> modes = new java.util.ArrayList<>();
    for (int i = 0; i < values.length; i += 2) {
      modes.add(mode(values[i], values[i + 1], cells * cells));
    }
    return modes;
  }

  private Analyzer analyzer() {
    RelaxationSpectrum factory = new RelaxationSpectrum();
    return factory.create(
        factory.defaults(),
        problem.setting(),
        Fixtures.assembly(List.of(new Expected()), problem.noise()));
  }

  private Report report(GridDensity density) {
    Observer observer = Fixtures.observer(analyzer(), problem, Fixtures.density("fp"));
    observer.observe(1, density);
    return analyzer().report(problem, List.of(Fixtures.observed(Fixtures.density("fp"), observer)));
  }

  private static Table table(Report report, String name) {
    return report.tables().stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void ratesAreExtrapolatedFromTwoGridsWithTheirErrors() {
    Report report = report(density(new double[] {0, 0, 1.01, 0}, new double[] {0, 0, 1.04, 0}));
    Table modes = table(report, "spectrum-fp");
    assertThat(Fixtures.numbers(modes, "rate")[1]).isCloseTo(1, within(1e-12));
    assertThat(Fixtures.numbers(modes, "rate_error")[1]).isCloseTo(0.01, within(1e-12));
    assertThat(Fixtures.numbers(modes, "time_scale")[1]).isCloseTo(1, within(1e-12));
    assertThat(Fixtures.numbers(modes, "time_scale")[0]).isInfinite();
    assertThat(report.results())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.quantity()).isEqualTo("spectral-gap");
              assertThat(r.value()).isCloseTo(1, within(1e-12));
              assertThat(r.error()).isCloseTo(0.01, within(1e-12));
            });
  }

  @Test
  void predictionsOfTheGapStandBesideIt() {
    Report report = report(density(new double[] {0, 0, 1, 0}, new double[] {0, 0, 1, 0}));
    Table gap = table(report, "spectral-gap");
    assertThat(Fixtures.words(gap, "prediction")).containsExactly("expected");
    assertThat(Fixtures.numbers(gap, "predicted_error")).containsExactly(0.1);
    assertThat(Fixtures.numbers(gap, "ratio")[0]).isCloseTo(1.25, within(1e-12));
    assertThat(report.figures().get(0).layers())
        .anyMatch(l -> l instanceof Figure.Line line && line.label().equals("expected, the gap"));
  }

  @Test
  void modesThatChangePlacesBetweenTheGridsAreMatched() {
    Report report =
        report(
            density(new double[] {0, 0, 1.01, 2, 1.02, 0}, new double[] {0, 0, 1.03, 0, 1.04, 2}));
    double[] frequency = Fixtures.numbers(table(report, "spectrum-fp"), "frequency");
    assertThat(frequency).containsExactly(0, 2, 0);
    assertThat(Fixtures.numbers(table(report, "spectrum-fp"), "rate")[1])
        .isCloseTo(1, within(1e-12));
  }

  @Test
  void whereEdgesAbsorbTheGapIsCountedFromTheRateOfLoss() {
    Report report = report(density(new double[] {1, 0, 4, 0}, new double[] {1, 0, 4, 0}));
    assertThat(report.results())
        .extracting(r -> r.quantity() + " " + r.value())
        .containsExactly("loss-rate 1.0", "spectral-gap 3.0");
  }

  @Test
  void modesAreWorkedOutOnceForAllSaveTimes() {
    AtomicInteger calls = new AtomicInteger();
    GridDensity density =
        density(
            CELLS,
            null,
            n -> {
              calls.incrementAndGet();
              return modes(new double[] {0, 0, 1, 0}, CELLS);
            });
    Observer observer = Fixtures.observer(analyzer(), problem, Fixtures.density("fp"));
    observer.observe(0, density);
    observer.observe(1, density);
    assertThat(calls).hasValue(1);
  }

  @Test
  void aDensityWithoutACoarserGridHasRatesWithoutErrors() {
    Report report = report(density(CELLS, null, n -> modes(new double[] {0, 0, 1, 0}, CELLS)));
    assertThat(report.results().get(0).value()).isEqualTo(1);
    assertThat(report.results().get(0).error()).isNaN();
  }

  @Test
  void modesThatAreNotFoundAreANoteAndNoFailureOfTheRun() {
    Report report =
        report(
            density(
                CELLS,
                null,
                n -> {
                  throw new IllegalStateException("too flat");
                }));
    assertThat(Fixtures.words(table(report, "spectral-gap"), "note")).containsExactly("too flat");
    assertThat(report.results().get(0).value()).isNaN();
    assertThat(report.figures()).isEmpty();
  }

  @Test
  void whatWasSeenIsReadBackToTheBit() {
    GridDensity density = density(new double[] {0, 0, 1.01, 2}, new double[] {0, 0, 1.04, 2.1});
    Observer observer = Fixtures.observer(analyzer(), problem, Fixtures.density("fp"));
    observer.observe(1, density);
    byte[] bytes = Fixtures.bytes(observer);
    Observer restored = Fixtures.observer(analyzer(), problem, Fixtures.density("fp"));
    Fixtures.restore(restored, bytes);
    assertThat(Fixtures.bytes(restored)).isEqualTo(bytes);
  }

  @Test
  void modesThatTurnAreDrawnInTheComplexPlaneAsPairs() {
    Report report =
        report(density(new double[] {0, 0, 1, 2, 3, 0}, new double[] {0, 0, 1, 2, 3, 0}));
    Figure spectrum = report.figures().get(0);
    Figure.Points points = (Figure.Points) spectrum.layers().get(0);
    assertThat(points.x()).containsExactly(0, 1, 1, 3);
    assertThat(points.y()).containsExactly(0, 2, -2, 0);
    assertThat(report.arrays())
        .extracting(a -> a.name())
        .contains("left-modes-fp", "left-modes-imaginary-fp");
  }

  @Test
  void walkersHaveNoOperatorAndTheAnalyzerSaysWhatToAdd() {
    assertThat(analyzer().objections(problem, List.of(Fixtures.langevin("walkers", 0.1))))
        .singleElement()
        .asString()
        .contains("fokker-planck");
  }
}
