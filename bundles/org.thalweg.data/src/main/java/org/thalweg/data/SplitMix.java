package org.thalweg.data;

/**
 * The generator SplitMix64, of a few lines in any language.
 *
 * <p>Source: Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195.
 */
final class SplitMix {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private long state;

  SplitMix(long seed) {
    state = seed;
  }

  long next() {
    state += GOLDEN;
    long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** A number of [0, 1): the upper 53 bits times 2^-53. */
  double uniform() {
    return (next() >>> 11) * 0x1p-53;
  }
}
