package org.thalweg.engine.random;

/**
 * Turns (seed, key, chunk) into as many state words as a generator wants.
 *
 * <p>Two 64-bit hashes of the triple, with different constants, start two SplitMix64 sequences
 * (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195), and each word is the exclusive or of one
 * term of each. Every step of a hash is a bijection of each of its three inputs, so two triples
 * that differ in one place never share a hash; others share both with a probability of 2^-128.
 */
final class StreamSeed {

  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

  /** An odd number with balanced bits: the fractional part of sqrt(3). */
  private static final long SECOND_GAMMA = 0xbb67ae8584caa73bL;

  private long first;
  private long second;

  StreamSeed(long seed, long key, long chunk) {
    first = mixStafford13(mixStafford13(mixStafford13(seed + GOLDEN_GAMMA) + key) + chunk);
    second = mixMurmur3(mixMurmur3(mixMurmur3(seed + SECOND_GAMMA) + key) + chunk);
  }

  long next() {
    first += GOLDEN_GAMMA;
    second += SECOND_GAMMA;
    return mixStafford13(first) ^ mixMurmur3(second);
  }

  /** The mixer of java.util.SplittableRandom: variant 13 of David Stafford's. */
  private static long mixStafford13(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  /** The finaliser of Austin Appleby's MurmurHash3. */
  private static long mixMurmur3(long z) {
    z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
    z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return z ^ (z >>> 33);
  }
}
