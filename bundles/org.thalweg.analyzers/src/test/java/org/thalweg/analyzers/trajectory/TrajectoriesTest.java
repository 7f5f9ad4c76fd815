package org.thalweg.analyzers.trajectory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.thalweg.analyzers.Fixtures;
import org.thalweg.analyzers.TestValley;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.Problem;

/** Sample paths. */
class TrajectoriesTest {
  private static final Problem PROBLEM =
      Fixtures.problem(
          TestValley.bump(),
          new Fixtures.Anisotropic(0.01, 5),
          10,
          Fixtures.walls(-2, 2),
          Fixtures.walls(-1, 1));

  private static TrajectoryRecorder recorder(long walkers, int capacity) {
    return new TrajectoryRecorder(PROBLEM.landscape(), walkers, new int[] {0, 1}, capacity, 1);
  }

  private static WalkerChunk at(long first, double x) {
    return Fixtures.chunk(first, new double[] {x, -x, 0}, new double[] {1, 2, 3});
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 11})
  void longPathsAreThinnedEvenlyFromTheStart(int capacity) {
    TrajectoryRecorder r = recorder(2, capacity);
    for (int k = 0; k <= 1000; k++) {
      r.step(k, 0.1 * k, at(0, 1e-3 * k));
    }

    assertThat(r.size()).isBetween(capacity / 2, capacity);
    assertThat(r.followed()).isEqualTo(2);
    assertThat(r.step(0)).isZero();
    long stride = r.step(1);
    for (int i = 0; i < r.size(); i++) {
      assertThat(r.step(i)).isEqualTo(i * stride);
      assertThat(r.time(i)).isEqualTo(0.1 * (i * stride));
      assertThat(r.value(0, 0, i)).isEqualTo(1e-3 * (i * stride));
      assertThat(r.value(1, 0, i)).isEqualTo(-1e-3 * (i * stride));
      double[] here = {r.value(0, 0, i), r.value(0, 1, i)};
      assertThat(r.value(0, 2, i)).isEqualTo(PROBLEM.landscape().value(here));
    }
    assertThat(r.step(r.size() - 1) + stride).isGreaterThan(1000);
  }

  @Test
  void walkersOfLaterChunksFollowInTheirOrder() {
    TrajectoryRecorder first = recorder(4, 10);
    TrajectoryRecorder second = recorder(4, 10);
    TrajectoryRecorder beyond = recorder(4, 10);
    for (int k = 0; k < 25; k++) {
      first.step(k, k, at(0, k));
      second.step(k, k, at(3, 100 + k));
      beyond.step(k, k, at(6, 200 + k));
    }
    first.merge(second);
    first.merge(beyond);

    assertThat(first.followed()).isEqualTo(4);
    assertThat(beyond.size()).isZero();
    assertThat(first.line(3, 0)[0]).isEqualTo(100);
    assertThat(first.line(0, 0)).hasSameSizeAs(first.line(3, 0));
  }

  @Test
  void goesOnAfterARestoreAsIfNothingHadHappened() throws IOException {
    TrajectoryRecorder whole = recorder(3, 10);
    TrajectoryRecorder before = recorder(3, 10);
    for (int k = 0; k < 57; k++) {
      whole.step(k, k, at(0, k));
      before.step(k, k, at(0, k));
    }
    TrajectoryRecorder after = recorder(3, 10);
    after.restore(new DataInputStream(new ByteArrayInputStream(bytes(before))));
    for (int k = 57; k < 300; k++) {
      whole.step(k, k, at(0, k));
      after.step(k, k, at(0, k));
    }

    assertThat(bytes(after)).isEqualTo(bytes(whole));
  }

  private static byte[] bytes(TrajectoryRecorder r) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    r.save(new DataOutputStream(out));
    return out.toByteArray();
  }

  @Test
  void drawsContoursAndPathsThatEndWhereWalkersLeave() {
    Analyzer a =
        new Trajectories()
            .create(
                new Trajectories.Params(2, 100, 0, List.of(), 50),
                PROBLEM.setting(),
                Fixtures.assembly(List.of(), null));
    MethodInfo method = Fixtures.langevin("langevin", 0.1);
    TrajectoryRecorder r = (TrajectoryRecorder) a.pathObserver(PROBLEM, method).orElseThrow();
    r.step(0, 0, at(0, 1));
    r.step(
        1, 0.1, new WalkerChunk(at(0, 5).position(), new byte[] {WalkerChunk.DIVERGED, 0, 0}, 0));
    Report report =
        a.report(
            PROBLEM,
            List.of(new Observed(method, Fixtures.observer(a, PROBLEM, method), Optional.of(r))));
    Figure figure = report.figures().get(0);
    NamedArray array = report.arrays().get(0);

    assertThat(a.observer(PROBLEM, Fixtures.density("fp"))).isEmpty();
    assertThat(figure.name()).isEqualTo("contours-with-sample-paths");
    assertThat(figure.layers()).hasSize(3);
    Figure.Contours c = (Figure.Contours) figure.layers().get(0);
    assertThat(c.levels()).hasSize(10).isSorted();
    assertThat(c.z()).hasSize(c.x().length * c.y().length);
    assertThat(((Figure.Line) figure.layers().get(1)).x()).containsExactly(1, Double.NaN);
    assertThat(((Figure.Line) figure.layers().get(2)).label()).isEmpty();
    assertThat(array.shape()).containsExactly(2, 2, 4);
    assertThat(array.values()[8 + 4]).isEqualTo(0.1);
    assertThat(array.values()[8 + 5]).isEqualTo(-5);
    Table table = report.tables().get(0);
    Table.Words status =
        (Table.Words)
            table.columns().stream().filter(x -> x.name().equals("status")).findFirst().get();
    assertThat(status.values()).containsExactly("walking", "diverged", "walking", "walking");
    assertThat(Fixtures.numbers(table, "time")).containsExactly(0, 0.1, 0, 0.1);
  }

  @Test
  void coordinatesAreChosenAndCheckedAgainstTheLandscape() {
    assertThatThrownBy(() -> create(List.of(0L, 2L)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("numbered 0 to 1");
    assertThatThrownBy(() -> create(List.of(1L, 1L)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("twice");
    TrajectoryRecorder r =
        (TrajectoryRecorder)
            create(List.of(1L))
                .pathObserver(PROBLEM, Fixtures.langevin("langevin", 0.1))
                .orElseThrow();
    r.step(0, 0, at(0, 7));

    assertThat(r.quantities()).isEqualTo(2);
    assertThat(r.value(1, 0, 0)).isEqualTo(2);
  }

  private static Analyzer create(List<Long> coordinates) {
    return new Trajectories()
        .create(
            new Trajectories.Params(2, 100, 0, coordinates, 50),
            PROBLEM.setting(),
            Fixtures.assembly(List.of(), null));
  }
}
