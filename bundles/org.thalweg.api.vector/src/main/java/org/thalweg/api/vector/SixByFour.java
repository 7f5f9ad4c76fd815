package org.thalweg.api.vector;

import jdk.incubator.vector.DoubleVector;

/**
 * Computes a tile of a product of matrices, six rows by four vectors, whose 24 sums stay in
 * registers.
 *
 * <p>Written out, since sums in an array would be objects. They begin with zero: loading them would
 * take Java 17 beyond the size of a method in which it keeps vectors in registers.
 */
final class SixByFour {
  private SixByFour() {}

  /**
   * Multiplies rows {@code a0 ..} of A by four vectors of columns of B.
   *
   * @param inner columns of A and rows of B
   * @param last the number of rows less one, 5 if there are more; missing ones repeat the last
   * @param a A
   * @param a0 where the first row begins
   * @param aRow distance of rows
   * @param aStep distance of columns
   * @param b B
   * @param b0 where the first row begins
   * @param bRow distance of rows
   * @param c C
   * @param c0 where the first row begins
   * @param cRow distance of rows
   * @param j0 first column of vector 0
   * @param j1 first column of vector 1
   * @param j2 first column of vector 2
   * @param j3 first column of vector 3
   */
  static void multiply(
      int inner,
      int last,
      double[] a,
      int a0,
      int aRow,
      int aStep,
      double[] b,
      int b0,
      int bRow,
      double[] c,
      int c0,
      int cRow,
      int j0,
      int j1,
      int j2,
      int j3) {
    int a1 = a0 + Math.min(1, last) * aRow;
    int a2 = a0 + Math.min(2, last) * aRow;
    int a3 = a0 + Math.min(3, last) * aRow;
    int a4 = a0 + Math.min(4, last) * aRow;
    int a5 = a0 + last * aRow;
    DoubleVector zero = Lanes.all(0);
    DoubleVector s00 = zero;
    DoubleVector s01 = zero;
    DoubleVector s02 = zero;
    DoubleVector s03 = zero;
    DoubleVector s10 = zero;
    DoubleVector s11 = zero;
    DoubleVector s12 = zero;
    DoubleVector s13 = zero;
    DoubleVector s20 = zero;
    DoubleVector s21 = zero;
    DoubleVector s22 = zero;
    DoubleVector s23 = zero;
    DoubleVector s30 = zero;
    DoubleVector s31 = zero;
    DoubleVector s32 = zero;
    DoubleVector s33 = zero;
    DoubleVector s40 = zero;
    DoubleVector s41 = zero;
    DoubleVector s42 = zero;
    DoubleVector s43 = zero;
    DoubleVector s50 = zero;
    DoubleVector s51 = zero;
    DoubleVector s52 = zero;
    DoubleVector s53 = zero;
    int column = 0;
    int row = b0;
    for (int p = 0; p < inner; p++) {
      DoubleVector first = DoubleVector.fromArray(Lanes.DOUBLES, b, row + j0);
      DoubleVector second = DoubleVector.fromArray(Lanes.DOUBLES, b, row + j1);
      DoubleVector third = DoubleVector.fromArray(Lanes.DOUBLES, b, row + j2);
      DoubleVector fourth = DoubleVector.fromArray(Lanes.DOUBLES, b, row + j3);
      DoubleVector x = Lanes.all(a[a0 + column]);
      s00 = first.fma(x, s00);
      s01 = second.fma(x, s01);
      s02 = third.fma(x, s02);
      s03 = fourth.fma(x, s03);
      x = Lanes.all(a[a1 + column]);
      s10 = first.fma(x, s10);
      s11 = second.fma(x, s11);
      s12 = third.fma(x, s12);
      s13 = fourth.fma(x, s13);
      x = Lanes.all(a[a2 + column]);
      s20 = first.fma(x, s20);
      s21 = second.fma(x, s21);
      s22 = third.fma(x, s22);
      s23 = fourth.fma(x, s23);
      x = Lanes.all(a[a3 + column]);
      s30 = first.fma(x, s30);
      s31 = second.fma(x, s31);
      s32 = third.fma(x, s32);
      s33 = fourth.fma(x, s33);
      x = Lanes.all(a[a4 + column]);
      s40 = first.fma(x, s40);
      s41 = second.fma(x, s41);
      s42 = third.fma(x, s42);
      s43 = fourth.fma(x, s43);
      x = Lanes.all(a[a5 + column]);
      s50 = first.fma(x, s50);
      s51 = second.fma(x, s51);
      s52 = third.fma(x, s52);
      s53 = fourth.fma(x, s53);
      column += aStep;
      row += bRow;
    }
    s00.intoArray(c, c0 + j0);
    s01.intoArray(c, c0 + j1);
    s02.intoArray(c, c0 + j2);
    s03.intoArray(c, c0 + j3);
    int to = c0 + Math.min(1, last) * cRow;
    s10.intoArray(c, to + j0);
    s11.intoArray(c, to + j1);
    s12.intoArray(c, to + j2);
    s13.intoArray(c, to + j3);
    to = c0 + Math.min(2, last) * cRow;
    s20.intoArray(c, to + j0);
    s21.intoArray(c, to + j1);
    s22.intoArray(c, to + j2);
    s23.intoArray(c, to + j3);
    to = c0 + Math.min(3, last) * cRow;
    s30.intoArray(c, to + j0);
    s31.intoArray(c, to + j1);
    s32.intoArray(c, to + j2);
    s33.intoArray(c, to + j3);
    to = c0 + Math.min(4, last) * cRow;
    s40.intoArray(c, to + j0);
    s41.intoArray(c, to + j1);
    s42.intoArray(c, to + j2);
    s43.intoArray(c, to + j3);
    to = c0 + last * cRow;
    s50.intoArray(c, to + j0);
    s51.intoArray(c, to + j1);
    s52.intoArray(c, to + j2);
    s53.intoArray(c, to + j3);
  }
}
