package org.thalweg.fokkerplanck;

/**
 * Numbers without a pattern for starting iterations, always the same; a pattern would share the
 * grid's symmetry and miss the modes that do not.
 *
 * <p>The bits of a counter mixed as by Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195.
 */
final class Irregular {
  private Irregular() {}

  /** A number between -1/2 and 1/2. */
  static double at(long k) {
    long z = (k + 1) * 0x9e3779b97f4a7c15L;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return (z ^ z >>> 31) * 0x1p-64;
  }
}
