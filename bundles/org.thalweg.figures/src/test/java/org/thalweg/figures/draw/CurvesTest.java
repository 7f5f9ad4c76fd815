package org.thalweg.figures.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import org.junit.jupiter.api.Test;

class CurvesTest {
  private static final Frame FRAME =
      new Frame(new Box(0, 0, 100, 100), new Scaling(false, 0, 100), new Scaling(false, 0, 100));

  private static int count(Path2D path, int kind) {
    int n = 0;
    for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
      if (i.currentSegment(new double[6]) == kind) {
        n++;
      }
    }
    return n;
  }

  @Test
  void aLineBreaksAtNotANumber() {
    double[] x = {0, 10, 20, 30, 40, 50, 60};
    double[] y = {1, 2, Double.NaN, 3, Double.POSITIVE_INFINITY, 4, 5};

    // two lines, and a dot for the point between two gaps
    assertThat(count(Curves.line(x, y, FRAME), PathIterator.SEG_MOVETO)).isEqualTo(3);
  }

  @Test
  void aMillionPointsKeepTheirSpikeInFewSegments() {
    double[] x = Samples.range(0, 100, 1_000_000);
    double[] y = new double[x.length];
    y[123_456] = 90;

    Path2D path = Curves.line(x, y, FRAME);

    assertThat(count(path, PathIterator.SEG_LINETO)).isLessThan(1000);
    assertThat(path.getBounds2D().getMinY()).isEqualTo(10);
  }

  @Test
  void linesFarOutsideAreCutOffWithoutBending() {
    double[] x = {0, 1e12};
    double[] y = {0, 2e12};

    Path2D path = Curves.line(x, y, FRAME);

    assertThat(path.getBounds2D().getWidth()).isLessThan(150);
    assertThat(path.getBounds2D().getHeight())
        .isCloseTo(2 * path.getBounds2D().getWidth(), within(1e-6));
    assertThat(Curves.line(new double[] {200, 300}, new double[] {1, 1}, FRAME).getCurrentPoint())
        .isNull();
  }

  @Test
  void aBandFallsIntoPiecesAtGaps() {
    double[] x = {0, 10, 20, 30, 40};
    double[] low = {1, 1, Double.NaN, 1, 1};
    double[] high = {2, 2, 2, 2, 2};

    assertThat(count(Curves.band(x, low, high, FRAME), PathIterator.SEG_CLOSE)).isEqualTo(2);
  }
}
