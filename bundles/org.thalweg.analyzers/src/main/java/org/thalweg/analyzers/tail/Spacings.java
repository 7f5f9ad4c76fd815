package org.thalweg.analyzers.tail;

/**
 * The normalised spacings Z_i = i (v_i - v_(i+1)) of values in descending order, which tell an
 * exponential tail: only there they are independent exponential numbers of one mean (Renyi 1953).
 *
 * <p>Of logarithms of distances they tell a power law in the same way.
 */
final class Spacings {
  /** The threshold of Guillou and Hall, who recommend 1.25 to 1.5. */
  private static final double CRITICAL = 1.25;

  private final int most;
  private final double[] sums;
  private final double[] ranked;

  /** Of values in descending order, of which the first most + 1 count. */
  Spacings(double[] descending, int most) {
    this.most = most;
    sums = new double[most + 1];
    ranked = new double[most + 1];
    for (int i = 1; i <= most; i++) {
      double z = i * (descending[i - 1] - descending[i]);
      sums[i] = sums[i - 1] + z;
      ranked[i] = ranked[i - 1] + i * z;
    }
  }

  /** The mean excess of the k largest values over the next one. */
  double mean(int k) {
    return sums[k] / k;
  }

  /**
   * How many standard errors the tail of the k largest values is heavier than an exponential one:
   * T_k = sqrt(3/k^3) (sum of (k - 2 i + 1) Z_i over i to k)/mean, of mean 0 and variance (k - 1)/k
   * for an exponential tail and normal from k = 10 on, negative for lighter tails; not a number if
   * the values are all the same.
   *
   * <p>Up to a factor sqrt((k - 1)/k) it is the Gini statistic of Gail and Gastwirth 1978
   * (doi:10.1111/j.2517-6161.1978.tb01048.x), sqrt(12 (k - 1)) (G - 1/2) of the excesses.
   */
  double departure(int k) {
    return Math.sqrt(3 / Math.pow(k, 3)) * ((k + 1) * sums[k] - 2 * ranked[k]) / mean(k);
  }

  /**
   * The k of Guillou and Hall 2001 (J. R. Stat. Soc. B 63, 293): the smallest from which on the
   * tail is not exponential, which is where the root mean square of T over k/2 to 3k/2 exceeds 1.25
   * there and for all larger k. Where it does so nowhere, k is the largest that was tried, two
   * thirds of all.
   */
  int chosen() {
    double[] squares = new double[most + 1]; // running sums of T^2
    for (int k = 1; k <= most; k++) {
      double t = departure(k);
      squares[k] = squares[k - 1] + (sums[k] > 0 ? t * t : 0);
    }
    int k = Math.max(Math.min(1, most), 2 * most / 3);
    while (k > 2 && rootMeanSquare(squares, k - 1) > CRITICAL) {
      k--;
    }
    return k;
  }

  private static double rootMeanSquare(double[] squares, int k) {
    int half = k / 2;
    return Math.sqrt((squares[k + half] - squares[k - half - 1]) / (2 * half + 1));
  }
}
