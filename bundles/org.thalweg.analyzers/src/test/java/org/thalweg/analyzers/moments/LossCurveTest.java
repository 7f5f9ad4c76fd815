package org.thalweg.analyzers.moments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.analyzers.Fixtures;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Result;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Score;

/** The loss and the scores over time. */
class LossCurveTest {
  private static final MethodInfo SGD = Fixtures.langevin("sgd", 0.1);

  /** L = x^2, with x itself as a score and |x| as a loss on a test part. */
  private record Scored() implements Landscape {
    @Override
    public int dim() {
      return 1;
    }

    @Override
    public double value(double[] x) {
      return x[0] * x[0];
    }

    @Override
    public List<Score> scores() {
      return List.of(score("accuracy", 1), score("test-loss", -1));
    }

    private static Score score(String name, double sign) {
      return new Score() {
        @Override
        public String name() {
          return name;
        }

        @Override
        public String doc() {
          return "a number";
        }

        @Override
        public double value(double[] x) {
          return sign * x[0];
        }
      };
    }
  }

  private static final Problem PROBLEM =
      Fixtures.problem(new Scored(), new Fixtures.Anisotropic(1, 1), 1, Fixtures.walls(-9, 9));

  private static Analyzer analyzer(long scored) {
    return new LossCurve()
        .create(
            new LossCurve.Params(true, scored),
            PROBLEM.setting(),
            Fixtures.assembly(List.of(), null));
  }

  private static Report report(long scored, double[] x, byte[] status) {
    Observer first = Fixtures.observer(analyzer(scored), PROBLEM, SGD);
    first.observe(0, new WalkerChunk(Fixtures.chunk(0, x).position(), status, 0));
    return analyzer(scored).report(PROBLEM, List.of(Fixtures.observed(SGD, first)));
  }

  @Test
  void theLossIsAveragedOverThoseThatWalk() {
    Table table = report(9, new double[] {1, 2, 5}, new byte[] {0, 0, 2}).tables().get(0);

    assertThat(Fixtures.numbers(table, "loss")).containsExactly(2.5);
    assertThat(Fixtures.numbers(table, "loss_deviation")[0])
        .isCloseTo(Math.sqrt(4.5), within(1e-12));
    assertThat(Fixtures.numbers(table, "accuracy")).containsExactly(1.5);
  }

  @Test
  void onlyTheFirstWalkersAreScored() {
    Table table = report(1, new double[] {1, 2, 5}, new byte[3]).tables().get(0);

    assertThat(Fixtures.numbers(table, "loss")[0]).isEqualTo(10);
    assertThat(Fixtures.numbers(table, "accuracy")).containsExactly(1);
  }

  @Test
  void theLastScoresAreResults() {
    Report report = report(9, new double[] {1, 3}, new byte[2]);

    assertThat(report.results())
        .containsExactly(
            new Result("loss", "sgd", 5, 4, "loss"),
            new Result("accuracy", "sgd", 2, 1, ""),
            new Result("test-loss", "sgd", -2, 1, "loss"));
  }

  @Test
  void lossesAreDrawnTogetherAndScoresApart() {
    Report report = report(9, new double[] {1, 3}, new byte[2]);

    assertThat(report.figures()).hasSize(2);
    assertThat(labels(report.figures().get(0))).contains("sgd, loss", "sgd, test-loss");
    assertThat(labels(report.figures().get(1))).containsExactly("sgd, accuracy");
  }

  @Test
  void theBandStaysPositiveForItsLogarithmicAxis() {
    Report report = report(9, new double[] {0.1, 0.1, 0.1, 5}, new byte[4]);
    Figure.Band band = (Figure.Band) report.figures().get(0).layers().get(0);

    assertThat(band.low()[0]).isPositive();
  }

  private static List<String> labels(Figure figure) {
    return figure.layers().stream()
        .filter(Figure.Line.class::isInstance)
        .map(l -> ((Figure.Line) l).label())
        .toList();
  }
}
