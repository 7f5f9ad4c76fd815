package org.thalweg.engine.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.thalweg.api.analysis.Distribution;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.PathObserver;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.method.Forecast;
import org.thalweg.api.method.MethodResult;
import org.thalweg.api.method.MethodRun;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Problem;

class EnsembleMethodTest {
  private static final long WALKERS = 2100;
  private static final Drift SCHEME = new Drift(0.01, 0.05);

  private final Problem problem =
      Drift.problem(
          Drift.at(0.5, 0),
          1,
          50,
          new Axis(-1, 1, Edge.REFLECTING, Edge.ABSORBING),
          Axis.UNBOUNDED);

  private MethodResult solve(int threads, long shuffle) throws InterruptedException {
    return new EnsembleMethod(SCHEME, WALKERS, true).solve(new Stub(problem, threads, shuffle, 0));
  }

  @ParameterizedTest(name = "{0} threads, shuffled by {1}")
  @CsvSource({"1, 0", "2, 0", "3, 11"})
  void chunksTakenToTheEndGiveTheBitsOfTheEnsembleSideBySide(int threads, long shuffle)
      throws Exception {
    Ensemble sideBySide =
        new Ensemble(
            problem, SCHEME, WALKERS, 3, "walk", List.of(0.0, 1.0), First::new, Optional::empty);
    sideBySide.begin();
    while (!sideBySide.finished()) {
      sideBySide.advance(7);
    }
    MethodResult result = solve(threads, shuffle);
    double[] positions = result.arrays().get(0).values();
    for (WalkerChunk chunk : sideBySide.views()) {
      for (int w = 0; w < chunk.walkers(); w++) {
        int at = (int) (chunk.first() + w) * 2;
        for (int i = 0; i < 2; i++) {
          double expected = chunk.walking(w) ? chunk.position().get(i, w) : Double.NaN;
          assertThat(Double.compare(positions[at + i], expected)).isZero();
        }
      }
    }
    assertThat(((First) result.observer()).firsts).containsExactly(0L, 512L, 1024L, 1536L, 2048L);
  }

  @Test
  void aForecastCountsStepsAndBytes() throws Exception {
    Forecast forecast =
        new EnsembleMethod(SCHEME, WALKERS, true)
            .forecast(new Stub(problem, 2, 0, 0), 0.01)
            .orElseThrow();
    assertThat(forecast.facts().stream().map(MethodResult.Fact::value))
        .containsExactly((double) WALKERS, 100.0, 5.0);
    assertThat(forecast.kept()).isEqualTo(WALKERS * 2 * Double.BYTES);
    assertThat(forecast.memory()).isGreaterThan(forecast.kept());
    assertThat(forecast.seconds()).isPositive();
  }

  @Test
  void walkersAreCountedByTheirFate() throws Exception {
    MethodResult result = solve(2, 0);
    double[] positions = result.arrays().get(0).values();
    long gone = 0;
    for (int w = 0; w < WALKERS; w++) {
      gone += Double.isNaN(positions[2 * w]) ? 1 : 0;
    }
    double absorbed =
        result.facts().stream()
            .filter(f -> f.name().equals("absorbed"))
            .findFirst()
            .orElseThrow()
            .value();
    assertThat(absorbed).isEqualTo(gone).isBetween(100.0, 2000.0);
  }

  @Test
  void itStopsSoonAfterItIsAskedTo() {
    assertThatThrownBy(
            () -> new EnsembleMethod(SCHEME, WALKERS, false).solve(new Stub(problem, 2, 0, 3)))
        .isInstanceOf(InterruptedException.class);
  }

  @ParameterizedTest(name = "a step of {0} to the horizon 1: {1}")
  @CsvSource({"2, ends before the first step", "1e-16, steps of 1.0E-16"})
  void aHorizonThatNoNumberOfStepsReachesIsRefused(double step, String reason) {
    EnsembleMethod method = new EnsembleMethod(new Drift(step, 0), WALKERS, false);
    assertThat(method.objection(problem)).hasValueSatisfying(o -> assertThat(o).contains(reason));
  }

  @Test
  void aHorizonThatIsNoMultipleOfTheStepIsFine() {
    assertThat(new EnsembleMethod(new Drift(0.7, 0), WALKERS, false).objection(problem)).isEmpty();
  }

  /** Notes the first walker of every chunk, in the order of merging. */
  private static final class First implements Observer {
    private final List<Long> firsts = new ArrayList<>();

    @Override
    public void observe(double time, Distribution distribution) {
      if (firsts.isEmpty()) {
        firsts.add(((WalkerChunk) distribution).first());
      }
    }

    @Override
    public void merge(Observer next) {
      firsts.addAll(((First) next).firsts);
    }

    @Override
    public void save(DataOutput out) {}

    @Override
    public void restore(DataInput in) {}
  }

  /** A run that asks to stop after some checks, if that is above zero. */
  private static final class Stub implements MethodRun {
    private final Problem problem;
    private final int threads;
    private final long shuffle;
    private final int patience;
    private int checks;

    Stub(Problem problem, int threads, long shuffle, int patience) {
      this.problem = problem;
      this.threads = threads;
      this.shuffle = shuffle;
      this.patience = patience;
    }

    @Override
    public String id() {
      return "walk";
    }

    @Override
    public Problem problem() {
      return problem;
    }

    @Override
    public long seed() {
      return 3;
    }

    @Override
    public List<Double> saveTimes() {
      return List.of(0.0, 1.0);
    }

    @Override
    public Observer newObserver() {
      return new First();
    }

    @Override
    public Optional<PathObserver> newPathObserver() {
      return Optional.empty();
    }

    @Override
    public int threads() {
      return threads;
    }

    @Override
    public long shuffle() {
      return shuffle;
    }

    @Override
    public void progress(double fraction) {
      assertThat(fraction).isBetween(0.0, 1.0);
    }

    @Override
    public synchronized void checkCancelled() throws InterruptedException {
      if (patience > 0 && ++checks > patience) {
        throw new InterruptedException("enough");
      }
    }
  }
}
