package org.thalweg.api.vector;

import static org.thalweg.api.vector.Lanes.all;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.thalweg.api.kernel.Bits;
import org.thalweg.api.kernel.ExpKernel;

/** The exponential of {@link ExpKernel}. */
final class VectorExp {
  /** Below this size the result is a normal number, and one shift of the exponent gives it. */
  private static final double ORDINARY = 708;

  private VectorExp() {}

  static void exp(double[] x, double[] out, int n) {
    int whole = n - n % Lanes.COUNT;
    for (int i = 0; i < whole; i += Lanes.COUNT) {
      DoubleVector v = DoubleVector.fromArray(Lanes.DOUBLES, x, i);
      if (!v.lanewise(VectorOperators.ABS).compare(VectorOperators.LT, ORDINARY).allTrue()) {
        oneByOne(x, out, i, i + Lanes.COUNT);
        continue;
      }
      DoubleVector shifted = v.fma(all(ExpKernel.LOG2_E), all(Bits.SHIFT));
      DoubleVector k = shifted.sub(Bits.SHIFT);
      DoubleVector r = k.fma(all(-ExpKernel.LN2_LOW), k.fma(all(-ExpKernel.LN2_HIGH), v));
      DoubleVector r2 = r.mul(r);
      DoubleVector even = all(ExpKernel.P10);
      even = even.fma(r2, all(ExpKernel.P8));
      even = even.fma(r2, all(ExpKernel.P6));
      even = even.fma(r2, all(ExpKernel.P4));
      even = even.fma(r2, all(ExpKernel.P2));
      even = even.fma(r2, all(ExpKernel.P0));
      DoubleVector odd = all(ExpKernel.P9);
      odd = odd.fma(r2, all(ExpKernel.P7));
      odd = odd.fma(r2, all(ExpKernel.P5));
      odd = odd.fma(r2, all(ExpKernel.P3));
      odd = odd.fma(r2, all(ExpKernel.P1));
      DoubleVector e = odd.fma(r, even).fma(r2, r).add(1.0);
      LongVector power = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, 52);
      e.reinterpretAsLongs().add(power).reinterpretAsDoubles().intoArray(out, i);
    }
    oneByOne(x, out, whole, n);
  }

  private static void oneByOne(double[] x, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = ExpKernel.exp(x[i]);
    }
  }
}
