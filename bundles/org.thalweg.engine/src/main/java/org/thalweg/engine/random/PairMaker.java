package org.thalweg.engine.random;

/**
 * Makes pairs of normal numbers from the words of a generator, in stages over scratch arrays.
 *
 * <p>The stages are what compilers vectorise: one expression per loop, every array with the plain
 * loop index, polynomials by Horner's rule (Java 17 leaves the same polynomials in Estrin's form
 * scalar, which takes five times longer).
 */
final class PairMaker {

  private static final int LANES = Xoshiro256Lanes.LANES;

  private final double[] exponents;
  private final double[] fractions;
  private final double[] radii;
  private final double[] angles;
  private final double[] mirrors;
  private final double[] firsts;
  private final double[] seconds;

  /** Makes room for so many pairs at a time, a multiple of eight. */
  PairMaker(int pairs) {
    exponents = new double[pairs];
    fractions = new double[pairs];
    radii = new double[pairs];
    angles = new double[pairs];
    mirrors = new double[pairs];
    firsts = new double[pairs];
    seconds = new double[pairs];
  }

  /**
   * Turns groups of 16 words, eight for radii and eight for directions, into groups of 16 numbers,
   * the first members of eight pairs and their second members.
   */
  void make(long[] words, int groups, double[] out) {
    int n = groups * LANES;
    split(words, exponents, fractions, n);
    radii(exponents, fractions, radii, n);
    directions(words, angles, mirrors, n);
    sines(angles, radii, firsts, n);
    cosines(angles, radii, mirrors, seconds, n);
    interleave(firsts, seconds, out, n);
  }

  private static void split(long[] words, double[] exponents, double[] fractions, int n) {
    for (int i = 0; i < n; i++) {
      double u = OpenUnit.of(words[firstAt(i)]);
      exponents[i] = BoxMuller.exponent(u);
      fractions[i] = BoxMuller.fraction(u);
    }
  }

  private static void radii(double[] exponents, double[] fractions, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = BoxMuller.radius(exponents[i], fractions[i]);
    }
  }

  private static void directions(long[] words, double[] angles, double[] mirrors, int n) {
    for (int i = 0; i < n; i++) {
      long word = words[firstAt(i) + LANES];
      angles[i] = BoxMuller.quarters(word);
      mirrors[i] = BoxMuller.mirror(word);
    }
  }

  private static void sines(double[] angles, double[] radii, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = radii[i] * BoxMuller.sine(angles[i]);
    }
  }

  private static void cosines(
      double[] angles, double[] radii, double[] mirrors, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      out[i] = mirrors[i] * radii[i] * BoxMuller.cosine(angles[i]);
    }
  }

  private static void interleave(double[] firsts, double[] seconds, double[] out, int n) {
    for (int i = 0; i < n; i++) {
      int at = firstAt(i);
      out[at] = firsts[i];
      out[at + LANES] = seconds[i];
    }
  }

  /** Returns where the first of pair i stands among groups of 16: 0 .. 7, 16 .. 23, and so on. */
  private static int firstAt(int i) {
    return i + (i & -LANES);
  }
}
