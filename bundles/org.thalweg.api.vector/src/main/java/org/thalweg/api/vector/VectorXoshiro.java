package org.thalweg.api.vector;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import org.thalweg.api.kernel.Kernels;

/**
 * The generator xoshiro256++ (Blackman and Vigna 2021, doi:10.1145/3460772) in sixteen lanes.
 *
 * <p>Two vectors side by side, since each word waits for the one before it.
 */
final class VectorXoshiro {
  private static final int LANES = Kernels.LANES;

  private VectorXoshiro() {}

  /** See {@link Kernels#words}. */
  static void fill(long[] state, long[] out, int rounds) {
    for (int lane = 0; lane < LANES; lane += 2 * Lanes.COUNT) {
      fill(state, lane, out, rounds * LANES);
    }
  }

  private static void fill(long[] state, int lane, long[] out, int n) {
    int other = lane + Lanes.COUNT;
    LongVector a = LongVector.fromArray(Lanes.LONGS, state, lane);
    LongVector b = LongVector.fromArray(Lanes.LONGS, state, LANES + lane);
    LongVector c = LongVector.fromArray(Lanes.LONGS, state, 2 * LANES + lane);
    LongVector d = LongVector.fromArray(Lanes.LONGS, state, 3 * LANES + lane);
    LongVector e = LongVector.fromArray(Lanes.LONGS, state, other);
    LongVector f = LongVector.fromArray(Lanes.LONGS, state, LANES + other);
    LongVector g = LongVector.fromArray(Lanes.LONGS, state, 2 * LANES + other);
    LongVector h = LongVector.fromArray(Lanes.LONGS, state, 3 * LANES + other);
    for (int i = 0; i < n; i += LANES) {
      a.add(d).lanewise(VectorOperators.ROL, 23).add(a).intoArray(out, i + lane);
      e.add(h).lanewise(VectorOperators.ROL, 23).add(e).intoArray(out, i + other);
      LongVector shifted = b.lanewise(VectorOperators.LSHL, 17);
      c = c.lanewise(VectorOperators.XOR, a);
      d = d.lanewise(VectorOperators.XOR, b);
      b = b.lanewise(VectorOperators.XOR, c);
      a = a.lanewise(VectorOperators.XOR, d);
      c = c.lanewise(VectorOperators.XOR, shifted);
      d = d.lanewise(VectorOperators.ROL, 45);
      shifted = f.lanewise(VectorOperators.LSHL, 17);
      g = g.lanewise(VectorOperators.XOR, e);
      h = h.lanewise(VectorOperators.XOR, f);
      f = f.lanewise(VectorOperators.XOR, g);
      e = e.lanewise(VectorOperators.XOR, h);
      g = g.lanewise(VectorOperators.XOR, shifted);
      h = h.lanewise(VectorOperators.ROL, 45);
    }
    a.intoArray(state, lane);
    b.intoArray(state, LANES + lane);
    c.intoArray(state, 2 * LANES + lane);
    d.intoArray(state, 3 * LANES + lane);
    e.intoArray(state, other);
    f.intoArray(state, LANES + other);
    g.intoArray(state, 2 * LANES + other);
    h.intoArray(state, 3 * LANES + other);
  }
}
