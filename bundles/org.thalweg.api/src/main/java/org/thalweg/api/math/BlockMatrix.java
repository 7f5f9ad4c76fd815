package org.thalweg.api.math;

import org.thalweg.api.kernel.MatrixKernels;
import org.thalweg.api.kernel.Paths;

/**
 * Products of matrices inside plain arrays, for landscapes that push a batch of samples through
 * layers: as fast as the machine allows, and with the same bits on every machine and path.
 *
 * <p>A matrix of n rows and m columns lies row by row: entry (i, j) is at {@code from + i * stride
 * + j}, with a stride of at least m; a part of a larger array or matrix is a matrix too. So weights
 * can be used where they lie in a walker's line. Every entry of a product is one chain of fused
 * multiply-adds, c &lt;- fma(a, b, c), from c = 0 and in rising order of the inner index; it does
 * not depend on the other rows and columns.
 *
 * <pre>{@code
 * BlockMatrix.multiply(batch, inputs, outputs, x, 0, inputs, theta, at, outputs, z, 0, outputs);
 * BlockMatrix.multiplyTransposed(inputs, batch, outputs, x, 0, inputs, d, 0, outputs, g, at, outputs);
 * }</pre>
 *
 * <p>Biases need no code of their own: give the inputs a last column of ones, and the weights a
 * last row of biases.
 *
 * <p>The methods allocate nothing (but scratch once per thread), keep no state and may be called
 * from any thread. They throw {@link IndexOutOfBoundsException} before writing anything if a matrix
 * does not fit its array. The result must overlap neither factor, which is not checked.
 */
public final class BlockMatrix {
  /** Multiply-adds that take as long as one element of {@link BlockMath}. */
  private static final int CHEAP = 16;

  private BlockMatrix() {}

  /**
   * Writes C = A B.
   *
   * @param rows rows of A and C
   * @param inner columns of A and rows of B; with 0 of them C is zero
   * @param columns columns of B and C
   * @param a holds A, rows x inner
   * @param aFrom where A begins
   * @param aStride the distance of A's rows
   * @param b holds B, inner x columns
   * @param bFrom where B begins
   * @param bStride the distance of B's rows
   * @param c set to C, rows x columns; between its rows nothing changes
   * @param cFrom where C begins
   * @param cStride the distance of C's rows
   */
  public static void multiply(
      int rows,
      int inner,
      int columns,
      double[] a,
      int aFrom,
      int aStride,
      double[] b,
      int bFrom,
      int bStride,
      double[] c,
      int cFrom,
      int cStride) {
    check(rows, inner, a.length, aFrom, aStride);
    check(inner, columns, b.length, bFrom, bStride);
    check(rows, columns, c.length, cFrom, cStride);
    if (nothing(rows, inner, columns, c, cFrom, cStride)) {
      return;
    }
    path(rows, inner, columns)
        .multiply(rows, inner, columns, a, aFrom, aStride, 1, b, bFrom, bStride, c, cFrom, cStride);
  }

  /**
   * Writes C = A<sup>T</sup> B, the product of a transposed matrix: gradients of weights sum the
   * outer products of a batch.
   *
   * @param rows columns of A and rows of C
   * @param inner rows of A and of B; with 0 of them C is zero
   * @param columns columns of B and C
   * @param a holds A, inner x rows
   * @param aFrom where A begins
   * @param aStride the distance of A's rows
   * @param b holds B, inner x columns
   * @param bFrom where B begins
   * @param bStride the distance of B's rows
   * @param c set to C, rows x columns; between its rows nothing changes
   * @param cFrom where C begins
   * @param cStride the distance of C's rows
   */
  public static void multiplyTransposed(
      int rows,
      int inner,
      int columns,
      double[] a,
      int aFrom,
      int aStride,
      double[] b,
      int bFrom,
      int bStride,
      double[] c,
      int cFrom,
      int cStride) {
    check(inner, rows, a.length, aFrom, aStride);
    check(inner, columns, b.length, bFrom, bStride);
    check(rows, columns, c.length, cFrom, cStride);
    if (nothing(rows, inner, columns, c, cFrom, cStride)) {
      return;
    }
    path(rows, inner, columns)
        .multiply(rows, inner, columns, a, aFrom, 1, aStride, b, bFrom, bStride, c, cFrom, cStride);
  }

  /**
   * Writes B = A<sup>T</sup>; backward passes multiply by transposed weights.
   *
   * @param rows rows of A and columns of B
   * @param columns columns of A and rows of B
   * @param a holds A, rows x columns
   * @param aFrom where A begins
   * @param aStride the distance of A's rows
   * @param b set to B, columns x rows; between its rows nothing changes
   * @param bFrom where B begins
   * @param bStride the distance of B's rows
   */
  public static void transpose(
      int rows,
      int columns,
      double[] a,
      int aFrom,
      int aStride,
      double[] b,
      int bFrom,
      int bStride) {
    check(rows, columns, a.length, aFrom, aStride);
    check(columns, rows, b.length, bFrom, bStride);
    for (int j = 0; j < columns; j++) {
      int from = aFrom + j;
      int to = bFrom + j * bStride;
      for (int i = 0; i < rows; i++) {
        b[to + i] = a[from];
        from += aStride;
      }
    }
  }

  private static MatrixKernels path(int rows, int inner, int columns) {
    long work = (long) rows * inner * columns / CHEAP;
    return Paths.current((int) Math.min(work, Integer.MAX_VALUE)).matrices();
  }

  /** Whether there is nothing to multiply; sums of nothing are zero. */
  private static boolean nothing(
      int rows, int inner, int columns, double[] c, int cFrom, int cStride) {
    if (rows > 0 && inner > 0 && columns > 0) {
      return false;
    }
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        c[cFrom + i * cStride + j] = 0;
      }
    }
    return true;
  }

  private static void check(int rows, int columns, int length, int from, int stride) {
    long end = rows == 0 ? from : from + (rows - 1L) * stride + columns;
    if (rows < 0 || columns < 0 || from < 0 || stride < columns || end > length) {
      throw new IndexOutOfBoundsException(
          "a matrix of "
              + rows
              + " x "
              + columns
              + " from "
              + from
              + " with stride "
              + stride
              + " does not fit an array of "
              + length);
    }
  }
}
