package org.thalweg.api.vector;

import org.thalweg.api.kernel.MatrixKernels;

/**
 * Products of matrices by tiles of six rows and up to four vectors of columns.
 *
 * <p>Tiles at the right edge overlap their neighbours, and rows beyond the bottom repeat the last:
 * an entry that is computed twice gets the same bits twice, and nothing outside the matrix is read
 * or written.
 */
final class VectorMatrix implements MatrixKernels {
  private static final int ROWS = 6;

  /** Vectors in a row of a tile: as many as leave some of the registers free. */
  private static final int MOST = Lanes.COUNT == 8 ? 4 : 2;

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
    if (columns < Lanes.COUNT) {
      narrow(rows, inner, columns, a, aFrom, aRow, aStep, b, bFrom, bRow, c, cFrom, cRow);
      return;
    }
    int vectors = (columns + Lanes.COUNT - 1) / Lanes.COUNT;
    int end = columns - Lanes.COUNT;
    for (int v = 0; v < vectors; ) {
      int width = width(vectors - v);
      int j0 = Math.min(v * Lanes.COUNT, end);
      int j1 = Math.min(j0 + Lanes.COUNT, end);
      int j2 = Math.min(j1 + Lanes.COUNT, end);
      int j3 = Math.min(j2 + Lanes.COUNT, end);
      for (int i = 0; i < rows; i += ROWS) {
        int last = Math.min(ROWS, rows - i) - 1;
        int x = aFrom + i * aRow;
        int z = cFrom + i * cRow;
        if (width == 4) {
          SixByFour.multiply(
              inner, last, a, x, aRow, aStep, b, bFrom, bRow, c, z, cRow, j0, j1, j2, j3);
        } else if (width == 3) {
          SixByThree.multiply(
              inner, last, a, x, aRow, aStep, b, bFrom, bRow, c, z, cRow, j0, j1, j2);
        } else {
          SixByTwo.multiply(inner, last, a, x, aRow, aStep, b, bFrom, bRow, c, z, cRow, j0, j1);
        }
      }
      v += width;
    }
  }

  /** The width of the next tile; five vectors are three and two, since one alone wastes half. */
  private static int width(int left) {
    int width = Math.min(left, MOST);
    return Math.max(2, left == MOST + 1 ? MOST - 1 : width);
  }

  /** Fewer columns than lanes: entry by entry. */
  private static void narrow(
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
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        int x = aFrom + i * aRow;
        int y = bFrom + j;
        double sum = 0;
        for (int p = 0; p < inner; p++) {
          sum = Math.fma(a[x], b[y], sum);
          x += aStep;
          y += bRow;
        }
        c[cFrom + i * cRow + j] = sum;
      }
    }
  }
}
