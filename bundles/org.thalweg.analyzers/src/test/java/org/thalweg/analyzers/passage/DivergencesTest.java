package org.thalweg.analyzers.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.thalweg.analyzers.Fixtures;
import org.thalweg.analyzers.TestValley;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.problem.Problem;

/** Who diverges, and when. */
class DivergencesTest {
  private static final Problem PROBLEM =
      Fixtures.problem(
          TestValley.bump(),
          new Fixtures.Anisotropic(0.01, 5),
          10,
          Fixtures.walls(-2, 2),
          Fixtures.walls(-1, 1));
  private static final MethodInfo SGD = Fixtures.langevin("sgd", 0.5);

  private static WalkerChunk chunk(int... status) {
    byte[] bytes = new byte[status.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) status[i];
    }
    double[] x = new double[status.length];
    return new WalkerChunk(Fixtures.chunk(0, x, x).position(), bytes, 0);
  }

  @Test
  void countsTimesAndPartsWithWilsonsInterval() {
    Analyzer a =
        new Divergences()
            .create(
                new Divergences.Params(), PROBLEM.setting(), Fixtures.assembly(List.of(), null));
    PassageRecorder r = (PassageRecorder) a.pathObserver(PROBLEM, SGD).orElseThrow();
    r.step(0, 0, chunk(0, 0, 0, 0));
    r.step(1, 4, chunk(0, WalkerChunk.DIVERGED, 0, 0));
    r.step(2, 8, chunk(WalkerChunk.NOT_FINITE, WalkerChunk.DIVERGED, WalkerChunk.ABSORBED, 0));
    Report report = a.report(PROBLEM, List.of(new Observed(SGD, null, Optional.of(r))));

    assertThat(report.results().get(0).value()).isEqualTo(0.5);
    assertThat(Fixtures.numbers(report.tables().get(0), "first")).containsExactly(4);
    assertThat(Fixtures.numbers(report.tables().get(0), "last")).containsExactly(8);
    assertThat(Fixtures.numbers(report.tables().get(0), "cutoff")).containsExactly(1e3);
    assertThat(r.count(PassageRecorder.NOT_FINITE)).isEqualTo(1);
    double[] part = Fixtures.numbers(report.tables().get(1), "fraction");
    assertThat(part[79]).isZero();
    assertThat(part[80]).isEqualTo(0.25);
    assertThat(part[200]).isEqualTo(0.5);
    // Wilson, 2 of 4: (2 + z^2/2 -+ z sqrt(1 + z^2/4)) / (4 + z^2)
    double z = Survival.Z95;
    double low = (2 + z * z / 2 - z * Math.sqrt(1 + z * z / 4)) / (4 + z * z);
    assertThat(Fixtures.numbers(report.tables().get(1), "fraction_low")[200])
        .isCloseTo(low, within(1e-9));
    Figure.Line line = (Figure.Line) report.figures().get(0).layers().get(1);
    assertThat(line.y()).isEqualTo(part);
    assertThat(a.pathObserver(PROBLEM, Fixtures.density("fp"))).isEmpty();
    assertThat(a.objections(PROBLEM, List.of(Fixtures.density("fp")))).isNotEmpty();
  }
}
