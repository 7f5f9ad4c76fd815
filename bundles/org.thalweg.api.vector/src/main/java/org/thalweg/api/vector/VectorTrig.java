package org.thalweg.api.vector;

import static org.thalweg.api.vector.Lanes.all;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.thalweg.api.kernel.Bits;
import org.thalweg.api.kernel.TrigKernel;

/**
 * Sine and cosine of {@link TrigKernel}, in stages through scratch arrays.
 *
 * <p>One for each thread, since it owns scratch.
 */
final class VectorTrig {
  private static final int PIECE = 256;

  private final double[] angles = new double[PIECE];
  private final double[] rest = new double[PIECE];
  private final double[] correction = new double[PIECE];
  private final long[] quadrants = new long[PIECE];
  private final double[] sines = new double[PIECE];
  private final double[] cosines = new double[PIECE];

  void sin(double[] x, double[] out, int n) {
    for (int done = 0; done < n; done += PIECE) {
      int now = Math.min(PIECE, n - done);
      if (polynomials(x, done, now)) {
        select(0, out, done, now);
        keepZeros(out, done, now);
      } else {
        for (int i = 0; i < now; i++) {
          out[done + i] = TrigKernel.sin(angles[i]);
        }
      }
    }
  }

  void cos(double[] x, double[] out, int n) {
    for (int done = 0; done < n; done += PIECE) {
      int now = Math.min(PIECE, n - done);
      if (polynomials(x, done, now)) {
        select(1, out, done, now);
      } else {
        for (int i = 0; i < now; i++) {
          out[done + i] = TrigKernel.cos(angles[i]);
        }
      }
    }
  }

  void sinCos(double[] x, double[] sin, double[] cos, int n) {
    for (int done = 0; done < n; done += PIECE) {
      int now = Math.min(PIECE, n - done);
      if (polynomials(x, done, now)) {
        select(0, sin, done, now);
        keepZeros(sin, done, now);
        select(1, cos, done, now);
      } else {
        for (int i = 0; i < now; i++) {
          sin[done + i] = TrigKernel.sin(angles[i]);
          cos[done + i] = TrigKernel.cos(angles[i]);
        }
      }
    }
  }

  /** Makes both polynomials of a piece, unless one of its angles is too large. */
  private boolean polynomials(double[] x, int from, int n) {
    System.arraycopy(x, from, angles, 0, n);
    if (!reduce(n)) {
      return false;
    }
    sines(n);
    cosines(n);
    return true;
  }

  /** Reduces all angles to r + c and a quadrant; beyond n, what stands there from before. */
  private boolean reduce(int n) {
    for (int i = 0; i < n; i += Lanes.COUNT) {
      if (i + Lanes.COUNT > n) {
        Arrays.fill(angles, n, i + Lanes.COUNT, 0);
      }
      DoubleVector x = DoubleVector.fromArray(Lanes.DOUBLES, angles, i);
      if (!x.lanewise(VectorOperators.ABS)
          .compare(VectorOperators.LE, TrigKernel.LIMIT)
          .allTrue()) {
        return false;
      }
      DoubleVector shifted = x.fma(all(TrigKernel.TWO_OVER_PI), all(Bits.SHIFT));
      DoubleVector k = shifted.sub(Bits.SHIFT);
      DoubleVector first = k.fma(all(-TrigKernel.HALF_PI_1), x);
      DoubleVector product = k.mul(TrigKernel.HALF_PI_2);
      DoubleVector second = first.sub(product);
      DoubleVector productLow = k.fma(all(TrigKernel.HALF_PI_2), product.neg());
      DoubleVector back = second.sub(first);
      DoubleVector lost = first.sub(second.sub(back)).sub(product.add(back));
      DoubleVector tail = k.fma(all(-TrigKernel.HALF_PI_3), lost.sub(productLow));
      DoubleVector r = second.add(tail);
      r.intoArray(rest, i);
      second.sub(r).add(tail).intoArray(correction, i);
      shifted.reinterpretAsLongs().sub(Bits.SHIFT_BITS).intoArray(quadrants, i);
    }
    return true;
  }

  private void sines(int n) {
    for (int i = 0; i < n; i += Lanes.COUNT) {
      DoubleVector r = DoubleVector.fromArray(Lanes.DOUBLES, rest, i);
      DoubleVector c = DoubleVector.fromArray(Lanes.DOUBLES, correction, i);
      DoubleVector z = r.mul(r);
      DoubleVector z2 = z.mul(z);
      DoubleVector pS =
          all(TrigKernel.S5)
              .fma(z, all(TrigKernel.S4))
              .fma(z2, all(TrigKernel.S3).fma(z, all(TrigKernel.S2)));
      pS = pS.fma(z2, all(TrigKernel.S1).fma(z, all(TrigKernel.S0)));
      r.add(r.mul(z).fma(pS, z.mul(-0.5).fma(c, c))).intoArray(sines, i);
    }
  }

  private void cosines(int n) {
    for (int i = 0; i < n; i += Lanes.COUNT) {
      DoubleVector r = DoubleVector.fromArray(Lanes.DOUBLES, rest, i);
      DoubleVector c = DoubleVector.fromArray(Lanes.DOUBLES, correction, i);
      DoubleVector z = r.mul(r);
      DoubleVector z2 = z.mul(z);
      DoubleVector pC =
          all(TrigKernel.C5)
              .fma(z, all(TrigKernel.C4))
              .fma(z2, all(TrigKernel.C3).fma(z, all(TrigKernel.C2)));
      pC = pC.fma(z2, all(TrigKernel.C1).fma(z, all(TrigKernel.C0)));
      DoubleVector half = z.mul(0.5);
      DoubleVector parabola = all(1.0).sub(half);
      DoubleVector low = all(1.0).sub(parabola).sub(half);
      parabola.add(low.add(z2.fma(pC, r.neg().mul(c)))).intoArray(cosines, i);
    }
  }

  /** Picks one polynomial and its sign by the quadrant, so many quarters further on. */
  private void select(long quarters, double[] out, int from, int n) {
    int whole = n - n % Lanes.COUNT;
    for (int i = 0; i < whole; i += Lanes.COUNT) {
      LongVector quadrant = LongVector.fromArray(Lanes.LONGS, quadrants, i).add(quarters);
      LongVector odd = quadrant.lanewise(VectorOperators.AND, 1).neg();
      LongVector sine = DoubleVector.fromArray(Lanes.DOUBLES, sines, i).reinterpretAsLongs();
      LongVector cosine = DoubleVector.fromArray(Lanes.DOUBLES, cosines, i).reinterpretAsLongs();
      // sine ^ ((sine ^ cosine) & odd) is the cosine where odd is all ones
      LongVector chosen =
          sine.lanewise(
              VectorOperators.XOR,
              sine.lanewise(VectorOperators.XOR, cosine).lanewise(VectorOperators.AND, odd));
      LongVector sign =
          quadrant.lanewise(VectorOperators.AND, 2).lanewise(VectorOperators.LSHL, 62);
      chosen.lanewise(VectorOperators.XOR, sign).reinterpretAsDoubles().intoArray(out, from + i);
    }
    for (int i = whole; i < n; i++) {
      long quadrant = quadrants[i] + quarters;
      double chosen = (quadrant & 1) == 0 ? sines[i] : cosines[i];
      out[from + i] = (quadrant & 2) == 0 ? chosen : -chosen;
    }
  }

  /** The sine of minus zero is minus zero. */
  private void keepZeros(double[] out, int from, int n) {
    for (int i = 0; i < n; i++) {
      if (angles[i] == 0) {
        out[from + i] = angles[i];
      }
    }
  }
}
