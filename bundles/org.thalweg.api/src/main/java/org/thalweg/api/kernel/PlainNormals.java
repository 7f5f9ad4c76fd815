package org.thalweg.api.kernel;

/**
 * Normal numbers in plain Java: generator and bits number by number, the rest in stages that
 * compilers vectorise (see {@link PlainExp}).
 *
 * <p>One for each thread, since it owns scratch.
 */
final class PlainNormals {
  private static final int LANES = Kernels.LANES;
  private static final int HALF = LANES / 2;

  private final int pairs;
  private final double[] powers;
  private final double[] fractions;
  private final double[] even;
  private final double[] odd;
  private final double[] radii;
  private final double[] angles;
  private final double[] mirrors;

  PlainNormals(int pairs) {
    this.pairs = pairs;
    powers = new double[pairs];
    fractions = new double[pairs];
    even = new double[pairs];
    odd = new double[pairs];
    radii = new double[pairs];
    angles = new double[pairs];
    mirrors = new double[pairs];
  }

  /** See {@link Kernels#normals}. */
  void make(long[] state, double scale, double[] out, int rounds) {
    int most = pairs / HALF;
    for (int done = 0; done < rounds; done += most) {
      piece(state, scale, out, done * LANES, Math.min(most, rounds - done));
    }
  }

  private void piece(long[] state, double scale, double[] out, int from, int rounds) {
    int n = rounds * HALF;
    for (int lane = 0; lane < HALF; lane++) {
      drawRadii(state, lane, powers, fractions, n);
      drawDirections(state, HALF + lane, angles, mirrors, n);
    }
    evenLog(fractions, even, n);
    oddLog(fractions, odd, n);
    radii(powers, fractions, even, odd, scale, radii, n);
    sines(angles, radii, even, n);
    cosines(angles, radii, mirrors, odd, n);
    interleave(even, odd, out, from, rounds);
  }

  /** Exponents and fractions of the words of one lane; the bits cost little beside the words. */
  private static void drawRadii(
      long[] state, int lane, double[] powers, double[] fractions, int n) {
    long a = state[lane];
    long b = state[LANES + lane];
    long c = state[2 * LANES + lane];
    long d = state[3 * LANES + lane];
    for (int i = lane; i < n; i += HALF) {
      double u = OpenUnit.of(Long.rotateLeft(a + d, 23) + a);
      powers[i] = NormalKernel.exponent(u);
      fractions[i] = NormalKernel.fraction(u);
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

  /** Angles and mirrors of the words of one lane. */
  private static void drawDirections(
      long[] state, int lane, double[] angles, double[] mirrors, int n) {
    long a = state[lane];
    long b = state[LANES + lane];
    long c = state[2 * LANES + lane];
    long d = state[3 * LANES + lane];
    for (int i = lane - HALF; i < n; i += HALF) {
      long word = Long.rotateLeft(a + d, 23) + a;
      angles[i] = NormalKernel.quarters(word);
      mirrors[i] = NormalKernel.mirror(word);
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

  private static void evenLog(double[] f, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = NormalKernel.even(f[i] * f[i]);
    }
  }

  private static void oddLog(double[] f, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = NormalKernel.odd(f[i] * f[i]);
    }
  }

  private static void radii(
      double[] k, double[] f, double[] even, double[] odd, double scale, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      double p = Math.fma(f[i], odd[i], even[i]);
      double square = Math.fma(-2.0 * f[i], p, k[i] * NormalKernel.MINUS_TWO_LN2);
      out[i] = scale * Math.sqrt(square);
    }
  }

  private static void sines(double[] angles, double[] radii, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = radii[i] * NormalKernel.sine(angles[i]);
    }
  }

  private static void cosines(
      double[] angles, double[] radii, double[] mirrors, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = mirrors[i] * radii[i] * NormalKernel.cosine(angles[i]);
    }
  }

  private static void interleave(
      double[] firsts, double[] seconds, double[] out, int from, int rounds) {
    int to = from;
    for (int i = 0; i < rounds * HALF; i += HALF) {
      for (int j = 0; j < HALF; j++) {
        out[to + j] = firsts[i + j];
        out[to + HALF + j] = seconds[i + j];
      }
      to += LANES;
    }
  }
}
