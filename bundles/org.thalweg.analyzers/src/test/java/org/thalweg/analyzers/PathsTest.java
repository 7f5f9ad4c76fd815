package org.thalweg.analyzers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.problem.Problem;

/** Sample paths. */
class PathsTest {
  private static final Problem PROBLEM =
      Fixtures.problem(
          TestValley.bump(),
          new Fixtures.Anisotropic(0.01, 5),
          10,
          Fixtures.walls(-2, 2),
          Fixtures.walls(-1, 1));

  private static WalkerChunk at(long first, double x) {
    return Fixtures.chunk(first, new double[] {x, -x, 0}, new double[] {1, 2, 3});
  }

  @Test
  void longPathsAreThinnedEvenly() {
    PathRecorder r = new PathRecorder(2, 2, 10, 1);
    for (int k = 0; k <= 1000; k++) {
      r.step(k, 0.1 * k, at(0, k));
    }

    assertThat(r.size()).isBetween(5, 10);
    assertThat(r.recorded()).isEqualTo(2);
    double stride = r.coordinate(0, 0, 1);
    for (int i = 0; i < r.size(); i++) {
      assertThat(r.coordinate(0, 0, i)).isEqualTo(i * stride);
      assertThat(r.coordinate(1, 0, i)).isEqualTo(-i * stride);
      assertThat(r.time(i)).isEqualTo(0.1 * (i * stride));
    }
  }

  @Test
  void otherChunksAddNothing() {
    PathRecorder first = new PathRecorder(2, 2, 10, 1);
    PathRecorder second = new PathRecorder(2, 2, 10, 1);
    first.step(0, 0, at(0, 1));
    second.step(0, 0, at(3, 7));
    first.merge(second);

    assertThat(second.size()).isZero();
    assertThat(first.line(0, 0)).containsExactly(1);
  }

  @Test
  void goesOnAfterARestoreAsIfNothingHadHappened() throws IOException {
    PathRecorder whole = new PathRecorder(3, 2, 10, 1);
    PathRecorder before = new PathRecorder(3, 2, 10, 1);
    for (int k = 0; k < 57; k++) {
      whole.step(k, k, at(0, k));
      before.step(k, k, at(0, k));
    }
    PathRecorder after = new PathRecorder(3, 2, 10, 1);
    after.restore(new DataInputStream(new ByteArrayInputStream(bytes(before))));
    for (int k = 57; k < 300; k++) {
      whole.step(k, k, at(0, k));
      after.step(k, k, at(0, k));
    }

    assertThat(bytes(after)).isEqualTo(bytes(whole));
  }

  private static byte[] bytes(PathRecorder r) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    r.save(new DataOutputStream(out));
    return out.toByteArray();
  }

  @Test
  void drawsContoursAndPathsThatEndWhereWalkersLeave() {
    Analyzer a =
        new Paths()
            .create(
                new Paths.Params(2, 100, 0, 50),
                PROBLEM.setting(),
                Fixtures.assembly(List.of(), null));
    MethodInfo method = Fixtures.langevin("langevin", 0.1);
    PathRecorder r = (PathRecorder) a.pathObserver(PROBLEM, method).orElseThrow();
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
    assertThat(array.shape()).containsExactly(2, 2, 3);
    assertThat(array.values()[6 + 3]).isEqualTo(0.1);
    assertThat(array.values()[6 + 4]).isEqualTo(-5);
  }
}
