package org.thalweg.analyzers.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.thalweg.api.analysis.GridAxis;

class CellValuesTest {
  private static final GridAxis X = new GridAxis(-1, 1, 12);
  private static final GridAxis Y = new GridAxis(0, 3, 10);

  private static double cubic(double x, double y) {
    return 1 + x - 2 * x * x * x + y * y * y / 3 - x * y * y + x * x * x * y * y;
  }

  private static double[] values() {
    double[] out = new double[X.cells() * Y.cells()];
    for (int k = 0; k < out.length; k++) {
      out[k] = cubic(X.centre(k / Y.cells()), Y.centre(k % Y.cells()));
    }
    return out;
  }

  @Test
  void cubicsAreReadExactlyUpToTheEnds() {
    boolean[] all = new boolean[120];
    Arrays.fill(all, true);
    CellValues cells = new CellValues(List.of(X, Y), new boolean[2], values(), all);
    for (double[] at : new double[][] {{0.1, 1.3}, {-1, 0}, {1, 3}, {0.93, 1.51}, {0, 2.99}}) {
      assertThat(cells.at(at)).isCloseTo(cubic(at[0], at[1]), within(1e-11));
    }
  }

  @Test
  void cellsThatAreNotUsableAreNotRead() {
    double[] values = values();
    boolean[] usable = new boolean[values.length];
    for (int k = 0; k < values.length; k++) {
      usable[k] = X.centre(k / Y.cells()) + Y.centre(k % Y.cells()) < 2;
      values[k] = usable[k] ? values[k] : 1e9;
    }
    CellValues cells = new CellValues(List.of(X, Y), new boolean[2], values, usable);
    for (double[] at : new double[][] {{0, 1.95}, {0.5, 1.4}, {-0.9, 2.8}}) {
      assertThat(cells.at(at)).isCloseTo(cubic(at[0], at[1]), within(0.05));
    }
  }

  @Test
  void anAxisThatClosesIsReadAroundItsEnd() {
    GridAxis ring = new GridAxis(0, 2 * Math.PI, 64);
    double[] values = new double[64];
    boolean[] all = new boolean[64];
    Arrays.fill(all, true);
    for (int i = 0; i < 64; i++) {
      values[i] = Math.cos(ring.centre(i));
    }
    CellValues cells = new CellValues(List.of(ring), new boolean[] {true}, values, all);
    assertThat(cells.at(new double[] {0.01})).isCloseTo(Math.cos(0.01), within(1e-5));
    assertThat(cells.at(new double[] {6.28})).isCloseTo(Math.cos(6.28), within(1e-5));
  }

  @Test
  void besideWhatIsInfiniteItIsInfinite() {
    double[] values = {1, 1, 1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    boolean[] all = {true, true, true, true, true};
    CellValues cells = new CellValues(List.of(new GridAxis(0, 5, 5)), new boolean[1], values, all);
    assertThat(cells.at(new double[] {4})).isInfinite();
    assertThat(cells.at(new double[] {2.9})).isCloseTo(1, within(1e-12));
  }
}
