package org.thalweg.analyzers.curvature;

import java.util.Arrays;
import org.thalweg.api.math.BlockRandom;

/**
 * Fixed vectors without a preferred direction, from which the trace and the outer eigenvalues of a
 * large matrix are estimated. They are the same in every run: they are part of the method and no
 * randomness of the experiment.
 */
final class Probes {
  private Probes() {}

  /** The words of a generator's state, by the golden ratio's Weyl sequence, never all zero. */
  private static long[] state(int number) {
    long[] state = new long[BlockRandom.STATE];
    long word = 0x9e3779b97f4a7c15L * (number + 1);
    for (int i = 0; i < state.length; i++) {
      word += 0x9e3779b97f4a7c15L;
      long mixed = (word ^ (word >>> 30)) * 0xbf58476d1ce4e5b9L;
      mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
      state[i] = mixed ^ (mixed >>> 31);
    }
    return state;
  }

  /** A vector of independent normal numbers. */
  static double[] normal(int dim, int number) {
    int rounds = (dim + BlockRandom.ROUND - 1) / BlockRandom.ROUND;
    double[] numbers = new double[rounds * BlockRandom.ROUND];
    BlockRandom.normals(state(number), 1, numbers, rounds);
    return Arrays.copyOf(numbers, dim);
  }

  /** A vector of independent signs. */
  static double[] signs(int dim, int number) {
    double[] vector = normal(dim, number);
    for (int i = 0; i < dim; i++) {
      vector[i] = vector[i] < 0 ? -1 : 1;
    }
    return vector;
  }
}
