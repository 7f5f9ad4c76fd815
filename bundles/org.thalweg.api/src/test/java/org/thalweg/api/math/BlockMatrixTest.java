package org.thalweg.api.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BlockMatrixTest {
  private static final int[][] SHAPES = {
    {1, 1, 1},
    {2, 3, 4},
    {3, 1, 7},
    {5, 64, 8},
    {7, 65, 9},
    {50, 51, 10},
    {13, 130, 63},
    {4, 7, 64},
    {2, 5, 65},
    {6, 129, 131}
  };

  /** The order of operations that the class promises. */
  private static double entry(
      int inner, double[] a, int at, int step, double[] b, int from, int row) {
    double sum = 0;
    for (int p = 0; p < inner; p++) {
      sum = Math.fma(a[at + p * step], b[from + p * row], sum);
    }
    return sum;
  }

  private static double[] random(int n, long seed) {
    return new SplittableRandom(seed).doubles(n, -1, 1).toArray();
  }

  @Test
  void everyEntryIsOneChainOfFusedMultiplyAdds() {
    for (int[] shape : SHAPES) {
      for (int gap : new int[] {0, 3}) {
        int rows = shape[0];
        int inner = shape[1];
        int columns = shape[2];
        int as = inner + gap;
        int bs = columns + 2 * gap;
        int cs = columns + gap;
        double[] a = random(gap + rows * as, 1);
        double[] b = random(2 + inner * bs, 2);
        double[] c = random(1 + rows * cs, 3);
        double[] before = c.clone();
        BlockMatrix.multiply(rows, inner, columns, a, gap, as, b, 2, bs, c, 1, cs);
        for (int i = 0; i < rows; i++) {
          for (int j = 0; j < columns; j++) {
            int to = 1 + i * cs + j;
            double expected = entry(inner, a, gap + i * as, 1, b, 2 + j, bs);
            assertThat(c[to])
                .as("%s, entry %d, %d", Arrays.toString(shape), i, j)
                .isEqualTo(expected);
            before[to] = c[to];
          }
        }
        assertThat(c).as("what lies around the result").isEqualTo(before);
      }
    }
  }

  @Test
  void aTransposedProductIsTheProductOfTheTransposed() {
    for (int[] shape : SHAPES) {
      int rows = shape[0];
      int inner = shape[1];
      int columns = shape[2];
      double[] a = random(inner * (rows + 1), 4);
      double[] b = random(inner * columns, 5);
      double[] transposed = new double[rows * inner];
      BlockMatrix.transpose(inner, rows, a, 0, rows + 1, transposed, 0, inner);
      assertThat(transposed[rows * inner - 1]).isEqualTo(a[(inner - 1) * (rows + 1) + rows - 1]);
      double[] expected = new double[rows * columns];
      BlockMatrix.multiply(
          rows, inner, columns, transposed, 0, inner, b, 0, columns, expected, 0, columns);
      double[] actual = new double[rows * columns];
      BlockMatrix.multiplyTransposed(
          rows, inner, columns, a, 0, rows + 1, b, 0, columns, actual, 0, columns);
      assertThat(actual).isEqualTo(expected);
    }
  }

  @Test
  void sumsOfNothingAreZero() {
    double[] c = {1, 2, 3, 4};
    BlockMatrix.multiply(2, 0, 1, new double[0], 0, 0, new double[0], 0, 1, c, 0, 2);
    assertThat(c).containsExactly(0, 2, 0, 4);
    BlockMatrix.multiply(0, 1, 1, new double[0], 0, 1, new double[1], 0, 1, c, 0, 1);
    assertThat(c).containsExactly(0, 2, 0, 4);
  }

  @Test
  void aMatrixThatDoesNotFitIsRefusedBeforeAnythingIsWritten() {
    double[] four = new double[4];
    double[] c = {7, 7, 7, 7};
    assertThatThrownBy(() -> BlockMatrix.multiply(2, 2, 2, four, 1, 2, four, 0, 2, c, 0, 2))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("a matrix of 2 x 2 from 1 with stride 2 does not fit an array of 4");
    assertThatThrownBy(() -> BlockMatrix.multiply(2, 2, 2, four, 0, 2, four, 0, 1, c, 0, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(
            () -> BlockMatrix.multiplyTransposed(2, 3, 2, four, 0, 2, four, 0, 2, c, 0, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> BlockMatrix.multiply(2, -1, 2, four, 0, 2, four, 0, 2, c, 0, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> BlockMatrix.transpose(2, 2, four, 0, 2, c, -1, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(c).containsOnly(7);
  }
}
