package org.thalweg.api.vector;

import static org.thalweg.api.vector.Lanes.all;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.thalweg.api.kernel.Bits;
import org.thalweg.api.kernel.LogKernel;

/** The logarithm of {@link LogKernel}. */
final class VectorLog {
  private VectorLog() {}

  static void log(double[] x, double[] out, int n) {
    int whole = n - n % Lanes.COUNT;
    for (int i = 0; i < whole; i += Lanes.COUNT) {
      DoubleVector v = DoubleVector.fromArray(Lanes.DOUBLES, x, i);
      if (!(v.compare(VectorOperators.GE, Double.MIN_NORMAL).allTrue()
          && v.compare(VectorOperators.LE, Double.MAX_VALUE).allTrue())) {
        oneByOne(x, out, i, i + Lanes.COUNT);
        continue;
      }
      LongVector bits = v.reinterpretAsLongs();
      LongVector exponent = bits.sub(LogKernel.SQRT_HALF_BITS).lanewise(VectorOperators.ASHR, 52);
      DoubleVector f =
          bits.sub(exponent.lanewise(VectorOperators.LSHL, 52)).reinterpretAsDoubles().sub(1.0);
      DoubleVector k = exponent.add(Bits.SHIFT_BITS).reinterpretAsDoubles().sub(Bits.SHIFT);
      DoubleVector f2 = f.mul(f);
      DoubleVector f4 = f2.mul(f2);
      DoubleVector q0 =
          all(LogKernel.Q3)
              .fma(f, all(LogKernel.Q2))
              .fma(f2, all(LogKernel.Q1).fma(f, all(LogKernel.Q0)));
      DoubleVector q1 =
          all(LogKernel.Q7)
              .fma(f, all(LogKernel.Q6))
              .fma(f2, all(LogKernel.Q5).fma(f, all(LogKernel.Q4)));
      DoubleVector q2 =
          all(LogKernel.Q11)
              .fma(f, all(LogKernel.Q10))
              .fma(f2, all(LogKernel.Q9).fma(f, all(LogKernel.Q8)));
      DoubleVector q3 =
          all(LogKernel.Q15)
              .fma(f, all(LogKernel.Q14))
              .fma(f2, all(LogKernel.Q13).fma(f, all(LogKernel.Q12)));
      DoubleVector q4 =
          all(LogKernel.Q19)
              .fma(f, all(LogKernel.Q18))
              .fma(f2, all(LogKernel.Q17).fma(f, all(LogKernel.Q16)));
      DoubleVector q = q4.fma(f4, q3).fma(f4, q2).fma(f4, q1).fma(f4, q0);
      DoubleVector multiple = k.mul(LogKernel.LN2_HIGH);
      DoubleVector sum = multiple.add(f);
      DoubleVector lost = f.sub(sum.sub(multiple));
      DoubleVector small = q.fma(f, all(-0.5)).fma(f2, k.fma(all(LogKernel.LN2_LOW), lost));
      sum.add(small).intoArray(out, i);
    }
    oneByOne(x, out, whole, n);
  }

  private static void oneByOne(double[] x, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = LogKernel.log(x[i]);
    }
  }
}
