package org.thalweg.api.vector;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.thalweg.api.kernel.MatrixKernels;
import org.thalweg.api.kernel.Paths;

/** Products of matrices have the bits of the plain path, for every shape and any padding. */
class SameMatrixBitsTest {
  private final MatrixKernels plain = Paths.plain().matrices();
  private final MatrixKernels vector = new VectorKernels().matrices();

  /** All values that are not numbers count as one. */
  private static long[] bits(double[] x) {
    return Arrays.stream(x).mapToLong(Double::doubleToLongBits).toArray();
  }

  private void compare(int rows, int inner, int columns, int gap, boolean transposed) {
    SplittableRandom random = new SplittableRandom(rows * 1000L + inner * 100L + columns);
    int aRow = transposed ? 1 : inner + gap;
    int aStep = transposed ? rows + gap : 1;
    int bRow = columns + gap;
    double[] a = random.doubles(gap + (transposed ? inner * aStep : rows * aRow), -2, 2).toArray();
    double[] b = random.doubles(gap + inner * bRow, -1, 1).toArray();
    double[] c = random.doubles(gap + rows * bRow).toArray();
    double[] d = c.clone();
    plain.multiply(rows, inner, columns, a, gap, aRow, aStep, b, gap, bRow, c, gap, bRow);
    vector.multiply(rows, inner, columns, a, gap, aRow, aStep, b, gap, bRow, d, gap, bRow);
    assertThat(bits(d))
        .as("%d x %d x %d, gap %d, transposed %s", rows, inner, columns, gap, transposed)
        .isEqualTo(bits(c));
  }

  @Test
  void everyWidthHasTheSameBits() {
    for (int columns = 1; columns <= 75; columns++) {
      compare(7, 5, columns, 0, false);
      compare(4, 66, columns, 3, true);
    }
  }

  @Test
  void everyHeightAndDepthHasTheSameBits() {
    for (int n = 1; n <= 20; n++) {
      compare(n, 9, 26, 1, false);
      compare(n, 3, 50, 0, true);
      compare(6, n, 50, 2, false);
    }
    compare(50, 785, 50, 0, false);
    compare(785, 50, 50, 0, true);
    compare(1, 1000, 300, 5, false);
  }

  @Test
  void infinitiesAndZerosWithSignAreTheSame() {
    double[] a = {0.0, -0.0, 1, Double.POSITIVE_INFINITY, -1, Double.NaN, 1e300, Double.MIN_VALUE};
    double[] b = new double[4 * 11];
    for (int j = 0; j < b.length; j++) {
      b[j] = j % 5 == 0 ? -0.0 : j % 7 == 0 ? Double.MIN_VALUE : j - 20;
    }
    double[] c = new double[22];
    double[] d = new double[22];
    plain.multiply(2, 4, 11, a, 0, 4, 1, b, 0, 11, c, 0, 11);
    vector.multiply(2, 4, 11, a, 0, 4, 1, b, 0, 11, d, 0, 11);
    assertThat(bits(d)).isEqualTo(bits(c));
  }

  @Test
  void nothingIsAllocatedOnceCompiled() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    double[] a = new double[50 * 64];
    double[] b = new double[64 * 56];
    double[] c = new double[50 * 56];
    for (int columns : new int[] {16, 24, 32, 50}) {
      long least = Long.MAX_VALUE;
      for (int round = 0; round < 30 && least > 10_000; round++) {
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < 200; i++) {
          vector.multiply(50, 64, columns, a, 0, 64, 1, b, 0, columns, c, 0, columns);
        }
        long after = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        least = Math.min(least, after - before);
      }
      // A boxed product would allocate some megabytes.
      assertThat(least).as("bytes in 200 products of %d columns", columns).isLessThan(10_000);
    }
  }
}
