package org.thalweg.data;

import org.thalweg.api.math.BlockRandom;

/**
 * Draws numbers one after the other from a seed, the same on every machine.
 *
 * <p>A data set belongs to the experiment's description and not to its noise: it stays the same
 * whatever the experiment's seed, so it does not draw from the walkers' random streams.
 */
final class Generator {
  private final long[] state = new long[BlockRandom.STATE];
  private final long[] words = new long[BlockRandom.ROUND];
  private final double[] normals = new double[BlockRandom.ROUND];
  private int nextWord = BlockRandom.ROUND;
  private int nextNormal = BlockRandom.ROUND;

  /**
   * A generator.
   *
   * @param seed the data set's seed
   * @param purpose tells generators of one seed apart
   */
  Generator(long seed, int purpose) {
    SplitMix first = new SplitMix(seed);
    SplitMix second = new SplitMix(~first.next() + purpose);
    for (int i = 0; i < state.length; i++) {
      state[i] = first.next() ^ second.next();
    }
  }

  /** A normal number of mean 0 and variance 1. */
  double normal() {
    if (nextNormal == normals.length) {
      BlockRandom.normals(state, 1, normals, 1);
      nextNormal = 0;
    }
    return normals[nextNormal++];
  }

  /** A number of the open interval (0, 1). */
  double uniform() {
    if (nextWord == words.length) {
      BlockRandom.words(state, words, 1);
      nextWord = 0;
    }
    return BlockRandom.uniform(words[nextWord++]);
  }
}
