package org.thalweg.api.vector;

import static org.thalweg.api.vector.Lanes.all;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.thalweg.api.kernel.Bits;
import org.thalweg.api.kernel.Kernels;
import org.thalweg.api.kernel.NormalKernel;
import org.thalweg.api.kernel.OpenUnit;

/**
 * Normal numbers by {@link NormalKernel}, in stages through scratch arrays.
 *
 * <p>One for each thread, since it owns scratch. A method of more than about fifty vector
 * operations makes Java 17 allocate an object for each of them, so radii and directions are methods
 * apart.
 */
final class VectorNormals {
  private static final int HALF = Kernels.LANES / 2;

  /** Rounds per pass, so that scratch stays in the first-level cache. */
  private static final int MOST = 32;

  private final long[] words = new long[MOST * Kernels.LANES];
  private final double[] radii = new double[MOST * HALF];

  /** See {@link Kernels#normals}. */
  void make(long[] state, double scale, double[] out, int rounds) {
    for (int done = 0; done < rounds; done += MOST) {
      int now = Math.min(MOST, rounds - done);
      VectorXoshiro.fill(state, words, now);
      radii(words, scale, radii, now);
      directions(words, radii, out, done * Kernels.LANES, now);
    }
  }

  private static void radii(long[] words, double scale, double[] radii, int rounds) {
    for (int lane = 0; lane < HALF; lane += Lanes.COUNT) {
      radii(words, scale, radii, lane, rounds);
    }
  }

  private static void radii(long[] words, double scale, double[] radii, int lane, int rounds) {
    for (int r = 0; r < rounds; r++) {
      LongVector word = LongVector.fromArray(Lanes.LONGS, words, r * Kernels.LANES + lane);
      LongVector unit =
          word.lanewise(VectorOperators.LSHR, 12).lanewise(VectorOperators.OR, OpenUnit.ONE_BITS);
      DoubleVector u = unit.reinterpretAsDoubles().sub(OpenUnit.ONE_LESS_HALF_CELL);
      LongVector bits = u.reinterpretAsLongs();
      LongVector exponent =
          bits.sub(NormalKernel.SQRT_HALF_BITS).lanewise(VectorOperators.ASHR, 52);
      DoubleVector f =
          bits.sub(exponent.lanewise(VectorOperators.LSHL, 52)).reinterpretAsDoubles().sub(1.0);
      DoubleVector k = exponent.add(Bits.SHIFT_BITS).reinterpretAsDoubles().sub(Bits.SHIFT);
      DoubleVector f2 = f.mul(f);
      DoubleVector even = all(NormalKernel.L18);
      even = even.fma(f2, all(NormalKernel.L16));
      even = even.fma(f2, all(NormalKernel.L14));
      even = even.fma(f2, all(NormalKernel.L12));
      even = even.fma(f2, all(NormalKernel.L10));
      even = even.fma(f2, all(NormalKernel.L8));
      even = even.fma(f2, all(NormalKernel.L6));
      even = even.fma(f2, all(NormalKernel.L4));
      even = even.fma(f2, all(NormalKernel.L2));
      even = even.fma(f2, all(NormalKernel.L0));
      DoubleVector odd = all(NormalKernel.L19);
      odd = odd.fma(f2, all(NormalKernel.L17));
      odd = odd.fma(f2, all(NormalKernel.L15));
      odd = odd.fma(f2, all(NormalKernel.L13));
      odd = odd.fma(f2, all(NormalKernel.L11));
      odd = odd.fma(f2, all(NormalKernel.L9));
      odd = odd.fma(f2, all(NormalKernel.L7));
      odd = odd.fma(f2, all(NormalKernel.L5));
      odd = odd.fma(f2, all(NormalKernel.L3));
      odd = odd.fma(f2, all(NormalKernel.L1));
      DoubleVector p = odd.fma(f, even);
      DoubleVector square = f.mul(-2.0).fma(p, k.mul(NormalKernel.MINUS_TWO_LN2));
      square.lanewise(VectorOperators.SQRT).mul(scale).intoArray(radii, r * HALF + lane);
    }
  }

  private static void directions(long[] words, double[] radii, double[] out, int from, int rounds) {
    for (int lane = 0; lane < HALF; lane += Lanes.COUNT) {
      directions(words, radii, out, from, lane, rounds);
    }
  }

  private static void directions(
      long[] words, double[] radii, double[] out, int from, int lane, int rounds) {
    for (int r = 0; r < rounds; r++) {
      int at = r * Kernels.LANES + lane;
      LongVector word = LongVector.fromArray(Lanes.LONGS, words, at + HALF);
      LongVector turn =
          word.lanewise(VectorOperators.LSHR, 12)
              .lanewise(VectorOperators.OR, NormalKernel.ODD_TWO_BITS);
      DoubleVector v = turn.reinterpretAsDoubles().sub(3.0);
      DoubleVector z = v.mul(v);
      DoubleVector radius = DoubleVector.fromArray(Lanes.DOUBLES, radii, r * HALF + lane);
      DoubleVector sine = all(NormalKernel.S8);
      sine = sine.fma(z, all(NormalKernel.S7));
      sine = sine.fma(z, all(NormalKernel.S6));
      sine = sine.fma(z, all(NormalKernel.S5));
      sine = sine.fma(z, all(NormalKernel.S4));
      sine = sine.fma(z, all(NormalKernel.S3));
      sine = sine.fma(z, all(NormalKernel.S2));
      sine = sine.fma(z, all(NormalKernel.S1));
      sine = sine.fma(z, all(NormalKernel.S0));
      radius.mul(v.mul(sine)).intoArray(out, from + at);
      DoubleVector cosine = all(NormalKernel.C8);
      cosine = cosine.fma(z, all(NormalKernel.C7));
      cosine = cosine.fma(z, all(NormalKernel.C6));
      cosine = cosine.fma(z, all(NormalKernel.C5));
      cosine = cosine.fma(z, all(NormalKernel.C4));
      cosine = cosine.fma(z, all(NormalKernel.C3));
      cosine = cosine.fma(z, all(NormalKernel.C2));
      cosine = cosine.fma(z, all(NormalKernel.C1));
      cosine = cosine.fma(z, all(NormalKernel.C0));
      LongVector mirror = word.lanewise(VectorOperators.LSHL, 63);
      DoubleVector mirrored =
          radius.reinterpretAsLongs().lanewise(VectorOperators.XOR, mirror).reinterpretAsDoubles();
      mirrored.mul(cosine).intoArray(out, from + at + HALF);
    }
  }
}
