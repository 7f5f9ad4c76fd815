package org.thalweg.api.vector;

import static org.thalweg.api.vector.Lanes.all;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import org.thalweg.api.kernel.Bits;
import org.thalweg.api.kernel.ExpKernel;
import org.thalweg.api.kernel.TanhKernel;

/**
 * The hyperbolic tangent of {@link TanhKernel}, in stages through scratch arrays.
 *
 * <p>One for each thread, since it owns scratch.
 */
final class VectorTanh {
  private static final int PIECE = 256;
  private static final long SIGN = Long.MIN_VALUE;

  private final double[] arguments = new double[PIECE];
  private final double[] numerators = new double[PIECE];
  private final double[] denominators = new double[PIECE];
  private final double[] exponentials = new double[PIECE];
  private final double[] results = new double[PIECE];

  void tanh(double[] x, double[] out, int n) {
    for (int done = 0; done < n; done += PIECE) {
      int now = Math.min(PIECE, n - done);
      System.arraycopy(x, done, arguments, 0, now);
      Arrays.fill(arguments, now, Math.min(PIECE, now + Lanes.COUNT), 0);
      fractions(now);
      exponentials(now);
      join(now);
      System.arraycopy(results, 0, out, done, now);
    }
  }

  private void fractions(int n) {
    for (int i = 0; i < n; i += Lanes.COUNT) {
      DoubleVector a =
          DoubleVector.fromArray(Lanes.DOUBLES, arguments, i).lanewise(VectorOperators.ABS);
      DoubleVector z = a.mul(a);
      DoubleVector p = z.fma(all(-44), all(-12870)).fma(z, all(-810810)).fma(z, all(-11486475));
      DoubleVector q = z.fma(all(45), all(13860)).fma(z, all(945945)).fma(z, all(16216200));
      a.mul(z).mul(p).intoArray(numerators, i);
      q.fma(z, all(34459425)).intoArray(denominators, i);
    }
  }

  /** e^(2|x|) + 1, for |x| up to where the result rounds to one. */
  private void exponentials(int n) {
    for (int i = 0; i < n; i += Lanes.COUNT) {
      DoubleVector a =
          DoubleVector.fromArray(Lanes.DOUBLES, arguments, i).lanewise(VectorOperators.ABS);
      VectorMask<Double> large = a.compare(VectorOperators.GT, TanhKernel.LARGE);
      DoubleVector y = a.blend(all(TanhKernel.LARGE), large).mul(2.0);
      DoubleVector shifted = y.fma(all(ExpKernel.LOG2_E), all(Bits.SHIFT));
      DoubleVector k = shifted.sub(Bits.SHIFT);
      DoubleVector r = k.fma(all(-ExpKernel.LN2_LOW), k.fma(all(-ExpKernel.LN2_HIGH), y));
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
      DoubleVector expm1 = odd.fma(r, even).fma(r2, r);
      LongVector power = shifted.reinterpretAsLongs().sub(Bits.SHIFT_BITS - 1023);
      DoubleVector scale = power.lanewise(VectorOperators.LSHL, 52).reinterpretAsDoubles();
      scale.fma(expm1, scale.add(1.0)).intoArray(exponentials, i);
    }
  }

  private void join(int n) {
    for (int i = 0; i < n; i += Lanes.COUNT) {
      DoubleVector x = DoubleVector.fromArray(Lanes.DOUBLES, arguments, i);
      DoubleVector a = x.lanewise(VectorOperators.ABS);
      VectorMask<Double> small = a.compare(VectorOperators.LT, TanhKernel.SMALL);
      DoubleVector numerator =
          all(-2).blend(DoubleVector.fromArray(Lanes.DOUBLES, numerators, i), small);
      DoubleVector denominator =
          DoubleVector.fromArray(Lanes.DOUBLES, exponentials, i)
              .blend(DoubleVector.fromArray(Lanes.DOUBLES, denominators, i), small);
      DoubleVector size = all(1).blend(a, small).add(numerator.div(denominator));
      LongVector sign = x.reinterpretAsLongs().lanewise(VectorOperators.AND, SIGN);
      size.reinterpretAsLongs()
          .lanewise(VectorOperators.AND, ~SIGN)
          .lanewise(VectorOperators.OR, sign)
          .reinterpretAsDoubles()
          .intoArray(results, i);
    }
  }
}
