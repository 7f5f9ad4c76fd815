package org.thalweg.api.kernel;

import java.util.Arrays;

/**
 * Products of matrices in plain Java, through arrays of their own for the rows at work.
 *
 * <p>Compilers vectorise a loop only if all its arrays share one index, so a panel of B is copied
 * into one array per row, and two rows of C are summed in two more. Four rows of B at a time keep
 * the sums in registers for four steps; more of either make the compilers give up. One for each
 * thread, since it owns scratch.
 */
final class PlainMatrix implements MatrixKernels {
  /** Rows of B in a panel, and columns in a strip: together 32 kB of the first-level cache. */
  private static final int PANEL = 64;

  private final double[][] panel = new double[PANEL][PANEL];
  private final double[] even = new double[PANEL];
  private final double[] odd = new double[PANEL];

  @Override
  public void multiply(
      int rows,
      int inner,
      int columns,
      double[] a,
      int aFrom,
      int aRow,
      int aStep,
      double[] b,
      int bFrom,
      int bRow,
      double[] c,
      int cFrom,
      int cRow) {
    for (int j = 0; j < columns; j += PANEL) {
      int width = Math.min(PANEL, columns - j);
      for (int p = 0; p < inner; p += PANEL) {
        int depth = Math.min(PANEL, inner - p);
        for (int q = 0; q < depth; q++) {
          System.arraycopy(b, bFrom + (p + q) * bRow + j, panel[q], 0, width);
        }
        for (int i = 0; i < rows; i += 2) {
          int next = Math.min(i + 1, rows - 1);
          int at = aFrom + p * aStep;
          int to = cFrom + j;
          begin(p == 0, c, to + i * cRow, even, width);
          begin(p == 0, c, to + next * cRow, odd, width);
          addPanel(depth, width, a, at + i * aRow, at + next * aRow, aStep);
          System.arraycopy(even, 0, c, to + i * cRow, width);
          System.arraycopy(odd, 0, c, to + next * cRow, width);
        }
      }
    }
  }

  /** Begins a row of sums with zero, or where the panel before has left it. */
  private static void begin(boolean first, double[] c, int at, double[] sums, int n) {
    if (first) {
      Arrays.fill(sums, 0, n, 0);
    } else {
      System.arraycopy(c, at, sums, 0, n);
    }
  }

  private void addPanel(int depth, int width, double[] a, int even0, int odd0, int step) {
    int x = even0;
    int y = odd0;
    int q = 0;
    for (; q + 3 < depth; q += 4) {
      addFour(q, width, a, x, y, step);
      x += 4 * step;
      y += 4 * step;
    }
    for (; q < depth; q++) {
      addOne(panel[q], even, odd, a[x], a[y], width);
      x += step;
      y += step;
    }
  }

  private void addFour(int q, int width, double[] a, int x, int y, int step) {
    addFour(
        panel[q],
        panel[q + 1],
        panel[q + 2],
        panel[q + 3],
        even,
        odd,
        a[x],
        a[x + step],
        a[x + 2 * step],
        a[x + 3 * step],
        a[y],
        a[y + step],
        a[y + 2 * step],
        a[y + 3 * step],
        width);
  }

  private static void addFour(
      double[] b0,
      double[] b1,
      double[] b2,
      double[] b3,
      double[] c,
      double[] d,
      double x0,
      double x1,
      double x2,
      double x3,
      double y0,
      double y1,
      double y2,
      double y3,
      int n) {
    for (int j = 0; j < n; j++) {
      c[j] =
          Math.fma(x3, b3[j], Math.fma(x2, b2[j], Math.fma(x1, b1[j], Math.fma(x0, b0[j], c[j]))));
      d[j] =
          Math.fma(y3, b3[j], Math.fma(y2, b2[j], Math.fma(y1, b1[j], Math.fma(y0, b0[j], d[j]))));
    }
  }

  private static void addOne(double[] b, double[] c, double[] d, double x, double y, int n) {
    for (int j = 0; j < n; j++) {
      c[j] = Math.fma(x, b[j], c[j]);
      d[j] = Math.fma(y, b[j], d[j]);
    }
  }
}
