package org.thalweg.analyzers.correlation;

import java.util.Arrays;
import java.util.List;
import org.thalweg.api.analysis.Estimate;

/**
 * The autocorrelation of histories of one length, averaged over walkers, and its sum, in units of
 * the time between two values.
 *
 * <p>The sum ends by Sokal's rule (1997, doi:10.1007/978-1-4899-0319-8_6) at the first lag W >= c
 * tau(W), tau counted as one half at least lest alternating series end at once. Lags go to twice
 * that, and never beyond half the length, where there are too few pairs.
 */
final class CorrelationFunction {
  private final int times;
  private final int walkers;
  private final double[] rho;
  private final double tau;
  private final int window;

  /** Of one history per walker, about their common mean or each about its own. */
  CorrelationFunction(List<double[]> histories, boolean own, double c) {
    walkers = histories.size();
    times = histories.get(0).length;
    double common = histories.stream().mapToDouble(CorrelationFunction::mean).average().orElse(0);
    double[][] deviations = new double[walkers][times];
    for (int w = 0; w < walkers; w++) {
      double[] x = histories.get(w);
      double about = own ? mean(x) : common;
      Arrays.setAll(deviations[w], i -> x[i] - about);
    }
    double[] found = new double[times / 2 + 1];
    double variance = covariance(deviations, 0);
    found[0] = 1;
    double sum = 0.5;
    int end = 0; // the window, once it is found
    int last = 0;
    while (last < times / 2 && (end == 0 || last < 2 * end)) {
      last++;
      found[last] = covariance(deviations, last) / variance;
      if (end == 0) {
        sum += found[last];
        if (last >= c * Math.max(sum, 0.5)) {
          end = last;
        }
      }
    }
    rho = Arrays.copyOf(found, last + 1);
    tau = sum;
    window = end;
  }

  private static double mean(double[] x) {
    return Arrays.stream(x).sum() / x.length;
  }

  private static double covariance(double[][] deviations, int lag) {
    double sum = 0;
    for (double[] d : deviations) {
      for (int i = lag; i < d.length; i++) {
        sum += d[i] * d[i - lag];
      }
    }
    return sum / deviations.length / (deviations[0].length - lag);
  }

  /** The largest lag. */
  int lags() {
    return rho.length - 1;
  }

  /** The last lag that is summed; 0 if the histories are too short for the rule. */
  int window() {
    return window;
  }

  /**
   * rho at a lag, with the standard error from the squares of rho(k + l) + rho(k - l) - 2 rho(k)
   * rho(l), k = 1 and more, over the number of pairs (Bartlett 1946, doi:10.2307/2983611), rho
   * being zero beyond the window.
   */
  Estimate rho(int lag) {
    double sum = 0;
    for (int k = 1; lag > 0 && k <= lag + window; k++) {
      double term = cut(k + lag) + cut(Math.abs(k - lag)) - 2 * cut(k) * cut(lag);
      sum += term * term;
    }
    return new Estimate(rho[lag], Math.sqrt(sum / walkers / (times - lag)));
  }

  private double cut(int lag) {
    return lag <= window ? rho[lag] : 0;
  }

  /**
   * 1/2 + the sum of rho, with the standard error tau sqrt(2 (2 W + 1) / n) of Madras and Sokal
   * 1988 (doi:10.1007/BF01022990), n the number of all values.
   */
  Estimate tau() {
    return new Estimate(tau, Math.abs(tau) * Math.sqrt(2.0 * (2 * window + 1) / walkers / times));
  }

  /** The number of independent values that all are worth, n / (2 tau). */
  Estimate size() {
    double size = walkers * (double) times / (2 * tau);
    return new Estimate(size, Math.abs(size / tau) * tau().error());
  }
}
