package org.thalweg.api.kernel;

/**
 * The generator xoshiro256++ (Blackman and Vigna 2021, doi:10.1145/3460772) in sixteen lanes, one
 * lane after the other.
 *
 * <p>A lane in four local variables takes a third of the time of a loop over lanes, which compilers
 * leave scalar.
 */
final class XoshiroKernel {
  private static final int LANES = Kernels.LANES;

  private XoshiroKernel() {}

  /** See {@link Kernels#words}. */
  static void fill(long[] state, long[] out, int rounds) {
    int n = rounds * LANES;
    for (int lane = 0; lane < LANES; lane++) {
      long a = state[lane];
      long b = state[LANES + lane];
      long c = state[2 * LANES + lane];
      long d = state[3 * LANES + lane];
      for (int i = lane; i < n; i += LANES) {
        out[i] = Long.rotateLeft(a + d, 23) + a;
        long shifted = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= shifted;
        d = Long.rotateLeft(d, 45);
      }
      state[lane] = a;
      state[LANES + lane] = b;
      state[2 * LANES + lane] = c;
      state[3 * LANES + lane] = d;
    }
  }
}
