package org.thalweg.analyzers.tail;

import java.util.Arrays;
import org.thalweg.api.analysis.Estimate;

/**
 * The exponent of a power-law tail from the k largest of n distances, for every k.
 *
 * <p>Hill 1975 (doi:10.1214/aos/1176343247): 1/alpha is the mean of ln(X_i / X_(k+1)) over the k
 * largest, X_1 the largest of all; the standard error is alpha / sqrt(k) for independent distances.
 */
final class HillEstimator {
  /** The threshold of Guillou and Hall, who recommend 1.25 to 1.5. */
  private static final double CRITICAL = 1.25;

  /** The quantiles whose ratio is taken lie that far apart in rank. */
  private static final int RATIO = 10;

  private final int n;
  private final double[] logs;
  private final double[] spacings;
  private final double[] ranked;

  /** Of distances in any order; those that are zero count in n but have no logarithm. */
  HillEstimator(double[] distances) {
    n = distances.length;
    double[] positive = Arrays.stream(distances).filter(d -> d > 0).sorted().toArray();
    int m = positive.length;
    logs = new double[m];
    for (int i = 0; i < m; i++) {
      logs[i] = Math.log(positive[m - 1 - i]);
    }
    spacings = new double[Math.max(1, m)];
    ranked = new double[Math.max(1, m)];
    for (int i = 1; i < m; i++) {
      double z = i * (logs[i - 1] - logs[i]); // of mean 1/alpha for a power law
      spacings[i] = spacings[i - 1] + z;
      ranked[i] = ranked[i - 1] + i * z;
    }
  }

  int n() {
    return n;
  }

  /** The largest k: one less than the number of positive distances. */
  int most() {
    return Math.max(0, logs.length - 1);
  }

  /** The exponent of the k largest, 1 to {@link #most()}, with its standard error. */
  Estimate alpha(int k) {
    double alpha = k / spacings[k];
    return new Estimate(alpha, alpha / Math.sqrt(k));
  }

  /** The distance beyond which the k largest lie. */
  double threshold(int k) {
    return Math.exp(logs[k]);
  }

  /**
   * The exponent from two quantiles alone: the ratio of the distances of rank j = k / 10 (at least
   * one) and k + 1. For a power law its logarithm is a sum of independent exponential numbers of
   * means 1/(alpha i), i = j to k (Renyi's representation), from which the standard error follows.
   */
  Estimate fromQuantiles(int k) {
    int j = Math.max(1, k / RATIO);
    double mean = 0;
    double variance = 0;
    for (int i = j; i <= k; i++) {
      mean += 1.0 / i;
      variance += 1.0 / i / i;
    }
    double alpha = mean / (logs[j - 1] - logs[k]);
    return new Estimate(alpha, alpha * Math.sqrt(variance) / mean);
  }

  /**
   * The k of Guillou and Hall 2001 (doi:10.1111/1467-9868.00286): the smallest from which on the
   * bias shows. Under a power law the spacings Z_i = i ln(X_i / X_(i+1)) have equal means, and T_k
   * = sqrt(3/k^3) alpha sum of (k - 2 i + 1) Z_i over i to k is of variance one; k is the smallest
   * for which the root mean square of T over k/2 to 3k/2 exceeds 1.25 there and for all larger k.
   * Where it does so nowhere, k is the largest that was tried, two thirds of all.
   */
  int chosen() {
    int most = most();
    double[] squares = new double[most + 1]; // running sums of T^2
    for (int k = 1; k <= most; k++) {
      double t =
          Math.sqrt(3 / Math.pow(k, 3)) * ((k + 1) * spacings[k] - 2 * ranked[k]) * k / spacings[k];
      squares[k] = squares[k - 1] + (spacings[k] > 0 ? t * t : 0);
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
