package org.thalweg.analyzers.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.thalweg.analyzers.Fixtures;
import org.thalweg.analyzers.TestValley;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.GridAxis;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.Problem;

/** Means and variances with their errors. */
class MomentsTest {
  private static final Problem PROBLEM =
      Fixtures.problem(
          TestValley.gaussian(2, 0.5),
          new Fixtures.Anisotropic(1, 4),
          10,
          Fixtures.walls(-3, 3),
          Fixtures.walls(-3, 3));
  private static final MethodInfo WALKERS = Fixtures.langevin("langevin", 0.01);

  private static Analyzer analyzer() {
    return new Moments()
        .create(new Moments().defaults(), PROBLEM.setting(), Fixtures.assembly(List.of(), null));
  }

  private static MomentData data(double[] values) {
    MomentData m = new MomentData(1, true);
    m.set(0, values, values.length);
    return m;
  }

  @Test
  void standardErrorsAreCalibrated() {
    SplittableRandom random = new SplittableRandom(1);
    int replicas = 400;
    double meanSquares = 0;
    double varianceSquares = 0;
    for (int r = 0; r < replicas; r++) {
      double[] x = new double[1000];
      for (int i = 0; i < x.length; i++) {
        x[i] = -Math.log(1 - random.nextDouble()); // exponential: mean 1, variance 1, kurtosis 9
      }
      Estimate mean = data(x).mean(0);
      Estimate variance = data(x).variance(0);
      meanSquares += Math.pow((mean.value() - 1) / mean.error(), 2) / replicas;
      varianceSquares += Math.pow((variance.value() - 1) / variance.error(), 2) / replicas;
    }

    // the mean of 400 squares of standard normal numbers has a standard error of 0.07
    assertThat(meanSquares).isCloseTo(1, within(0.25));
    // a heavy fourth moment is estimated low in a sample of 1000
    assertThat(varianceSquares).isBetween(0.8, 1.7);
  }

  @Test
  void mergingChunksGivesTheMomentsOfAll() {
    double[] x = Fixtures.normals(new SplittableRandom(2), 5000, 1e6, 2);
    MomentData whole = data(x);
    MomentData merged = data(Fixtures.part(x, 0, 1200));
    merged.merge(data(new double[0]));
    merged.merge(data(Fixtures.part(x, 1200, 1300)));
    merged.merge(data(Fixtures.part(x, 1300, 5000)));

    assertThat(merged.number(0)).isEqualTo(5000);
    assertThat(merged.mean(0).value()).isCloseTo(whole.mean(0).value(), within(1e-8));
    assertThat(merged.variance(0).value()).isCloseTo(whole.variance(0).value(), within(1e-8));
    assertThat(merged.variance(0).error()).isCloseTo(whole.variance(0).error(), within(1e-8));
  }

  @Test
  void chunksMergedInOrderAndRestoredGiveTheSameBytes() {
    SplittableRandom random = new SplittableRandom(3);
    double[] x = Fixtures.normals(random, 600, 0, 1);
    double[] y = Fixtures.normals(random, 600, 0, 1);
    Observer first = observe(x, y, 0, 256);
    Observer second = observe(x, y, 256, 600);
    Observer copy = Fixtures.observer(analyzer(), PROBLEM, WALKERS);
    Fixtures.restore(copy, Fixtures.bytes(first));
    first.merge(second);
    copy.merge(observe(x, y, 256, 600));

    assertThat(Fixtures.bytes(copy)).isEqualTo(Fixtures.bytes(first));
  }

  private static Observer observe(double[] x, double[] y, int from, int to) {
    Observer o = Fixtures.observer(analyzer(), PROBLEM, WALKERS);
    o.observe(0, Fixtures.chunk(from, Fixtures.part(x, from, to), Fixtures.part(y, from, to)));
    o.observe(1, Fixtures.chunk(from, Fixtures.part(y, from, to), Fixtures.part(x, from, to)));
    return o;
  }

  @Test
  void reportsCoordinatesLossAndLostWalkers() {
    double[] x = {1, 2, 3, 1e9};
    double[] y = {0, 1, 0, 0};
    WalkerChunk all = Fixtures.chunk(0, x, y);
    byte[] status = {0, 0, 0, WalkerChunk.DIVERGED};
    Observer o = Fixtures.observer(analyzer(), PROBLEM, WALKERS);
    o.observe(0.5, new WalkerChunk(all.position(), status, 0));
    Report report = analyzer().report(PROBLEM, List.of(Fixtures.observed(WALKERS, o)));
    Table table = report.tables().get(0);

    assertThat(table.name()).isEqualTo("moments-langevin");
    assertThat(Fixtures.numbers(table, "time")).containsExactly(0.5);
    assertThat(Fixtures.numbers(table, "mean_x0")).containsExactly(2);
    assertThat(Fixtures.numbers(table, "variance_x0")).containsExactly(1);
    double loss = (0.25 * 1 + 0.25 * 4 + Math.exp(4) + 0.25 * 9) / 3;
    assertThat(Fixtures.numbers(table, "mean_loss")[0]).isCloseTo(loss, within(1e-12));
    assertThat(table.columns()).anyMatch(c -> c.name().equals("diverged"));
  }

  @Test
  void densitiesAreExtrapolated() {
    GridAxis axis = new GridAxis(-6, 6, 80);
    Observer o = Fixtures.observer(analyzer(), PROBLEM, Fixtures.density("density"));
    o.observe(
        1,
        Fixtures.density(
            axis,
            axis,
            (x, y) -> Math.exp(-(x - 0.5) * (x - 0.5) / 2 - y * y),
            (x, y) -> 0.3 * x * x,
            true));
    Report report =
        analyzer().report(PROBLEM, List.of(Fixtures.observed(Fixtures.density("density"), o)));
    Table table = report.tables().get(0);

    assertThat(Fixtures.numbers(table, "mean_x0")[0]).isCloseTo(0.5, within(5e-4));
    assertThat(Fixtures.numbers(table, "variance_x0")[0]).isCloseTo(1, within(2e-3));
    assertThat(Fixtures.numbers(table, "variance_x0_error")[0]).isBetween(2e-3, 5e-2);
    assertThat(table.columns()).noneMatch(c -> c.name().equals("walking"));
  }

  @Test
  void refusesACoordinateThatIsNotThere() {
    Moments.Params p = new Moments.Params(List.of(2L), true);

    assertThatThrownBy(
            () -> new Moments().create(p, PROBLEM.setting(), Fixtures.assembly(List.of(), null)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("numbered 0 to 1");
  }
}
