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
  /** The quantiles whose ratio is taken lie that far apart in rank. */
  private static final int RATIO = 10;

  private final int n;
  private final double[] logs;
  private final Spacings spacings;

  /** Of distances in any order; those that are zero count in n but have no logarithm. */
  HillEstimator(double[] distances) {
    n = distances.length;
    double[] positive = Arrays.stream(distances).filter(d -> d > 0).sorted().toArray();
    int m = positive.length;
    logs = new double[m];
    for (int i = 0; i < m; i++) {
      logs[i] = Math.log(positive[m - 1 - i]);
    }
    spacings = new Spacings(logs, most());
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
    double alpha = 1 / spacings.mean(k);
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

  /** The k from which on a power law does not fit, by the rule of Guillou and Hall. */
  int chosen() {
    return spacings.chosen();
  }

  /** The shape of the tail of the k largest. */
  TailShape shape(int k) {
    double[] largest = new double[k + 1];
    for (int i = 0; i <= k; i++) {
      largest[i] = Math.exp(logs[i]);
    }
    return new TailShape(new Spacings(largest, k).departure(k), spacings.departure(k));
  }
}
