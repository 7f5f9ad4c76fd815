package org.thalweg.api.kernel;

/**
 * Products of small matrices as one path computes them; every path gives the same bits.
 *
 * <p>Bounds have been checked by the caller, no dimension is zero, and the result overlaps neither
 * factor. Implementations keep no state that a caller could see and may be called by any thread.
 */
public interface MatrixKernels {
  /**
   * Writes C = A B, where each entry is one chain of fused multiply-adds from zero in rising order
   * of the inner index p: c &lt;- fma(a(i, p), b(p, j), c).
   *
   * @param rows rows of A and C
   * @param inner columns of A and rows of B
   * @param columns columns of B and C
   * @param a holds entry (i, p) of A at aFrom + i aRow + p aStep
   * @param aFrom where A begins
   * @param aRow distance of A's rows
   * @param aStep distance of A's columns
   * @param b holds entry (p, j) of B at bFrom + p bRow + j
   * @param bFrom where B begins
   * @param bRow distance of B's rows
   * @param c receives entry (i, j) of C at cFrom + i cRow + j
   * @param cFrom where C begins
   * @param cRow distance of C's rows
   */
  void multiply(
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
      int cRow);
}
