package org.thalweg.networks;

/**
 * Generates uniform inputs whose label is the group of neighbouring inputs with the largest sum.
 *
 * <p>Input k of sample s is output number s inputs + k + 1 of the generator SplitMix64 that starts
 * from the seed, its upper 53 bits times 2^-53; so the data can be made again in any language.
 * Group c holds the inputs from c g to (c + 1) g - 1, g = floor(inputs/classes); inputs that are
 * left over belong to no group. The first of equal sums wins.
 *
 * <p>Source of SplitMix64: Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195.
 */
final class GroupSums {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private GroupSums() {}

  static Samples make(int samples, int inputs, int classes, long seed) {
    double[][] rows = new double[samples][inputs];
    int[] labels = new int[samples];
    long state = seed;
    for (int s = 0; s < samples; s++) {
      for (int k = 0; k < inputs; k++) {
        state += GOLDEN;
        rows[s][k] = (mix(state) >>> 11) * 0x1p-53;
      }
      labels[s] = largest(rows[s], classes);
    }
    return new Samples(rows, labels, classes);
  }

  private static int largest(double[] row, int classes) {
    int group = row.length / classes;
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < classes; c++) {
      double sum = 0;
      for (int k = c * group; k < (c + 1) * group; k++) {
        sum += row[k];
      }
      if (sum > most) {
        most = sum;
        best = c;
      }
    }
    return best;
  }

  private static long mix(long state) {
    long z = (state ^ (state >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
