package org.thalweg.analyzers.passage;

import java.util.Arrays;
import org.thalweg.api.analysis.Estimate;

/**
 * The part of walkers to which nothing has happened yet, against time, where some are lost from
 * sight: the product-limit estimate of Kaplan and Meier 1958 (doi:10.1080/01621459.1958.10501452)
 * with Greenwood's variance.
 *
 * <p>Its 95 % intervals are taken on ln(-ln S) (Kalbfleisch, Prentice, The Statistical Analysis of
 * Failure Time Data, 1980), so that they stay between 0 and 1; they hold time by time. Who is lost
 * at the time of an event counts as lost after it.
 */
final class Survival {
  /** Two-sided 95 % of the normal law. */
  static final double Z95 = 1.959963984540054;

  private final int n;
  private final int events;
  private final double end;
  private final double total;
  private final double[] happened;
  private final double[] lost;
  private final double[] times;
  private final long[] risk;
  private final long[] died;
  private final double[] alive;
  private final double[] greenwood;

  /**
   * The curve of a sample.
   *
   * @param happened the times at which it happened, in any order
   * @param lost the times at which walkers were lost from sight, in any order
   */
  Survival(double[] happened, double[] lost) {
    double[] t = happened.clone();
    double[] c = lost.clone();
    Arrays.sort(t);
    Arrays.sort(c);
    this.happened = t;
    this.lost = c;
    n = t.length + c.length;
    events = t.length;
    end = Math.max(t.length == 0 ? 0 : t[t.length - 1], c.length == 0 ? 0 : c[c.length - 1]);
    total = Arrays.stream(t).sum() + Arrays.stream(c).sum();
    int distinct = 0;
    for (int i = 0; i < t.length; i++) {
      distinct += i == 0 || t[i] != t[i - 1] ? 1 : 0;
    }
    times = new double[distinct];
    risk = new long[distinct];
    died = new long[distinct];
    alive = new double[distinct];
    greenwood = new double[distinct];
    fill(t, c);
  }

  private void fill(double[] t, double[] c) {
    int seen = 0;
    int gone = 0;
    double s = 1;
    double v = 0;
    for (int j = 0; j < times.length; j++) {
      int first = seen;
      double at = t[seen];
      while (seen < t.length && t[seen] == at) {
        seen++;
      }
      while (gone < c.length && c[gone] < at) {
        gone++;
      }
      long r = n - first - (long) gone;
      long d = seen - (long) first;
      s *= (r - d) / (double) r;
      v += r == d ? Double.POSITIVE_INFINITY : d / ((double) r * (r - d));
      times[j] = at;
      risk[j] = r;
      died[j] = d;
      alive[j] = s;
      greenwood[j] = v;
    }
  }

  /** The number of walkers. */
  int walkers() {
    return n;
  }

  /** To how many it happened. */
  int events() {
    return events;
  }

  /** Whether it happened to all. */
  boolean complete() {
    return n > 0 && events == n;
  }

  /** The last time at which anybody was in sight. */
  double end() {
    return end;
  }

  /** The sum over walkers of the times that they were in sight. */
  double total() {
    return total;
  }

  /** Events after a time over the time at risk after it. */
  PoissonRate rateAfter(double after) {
    long n = 0;
    double exposure = 0;
    for (double v : happened) {
      n += v > after ? 1 : 0;
      exposure += Math.max(0, v - after);
    }
    for (double v : lost) {
      exposure += Math.max(0, v - after);
    }
    return new PoissonRate(n, exposure);
  }

  /** The standard deviation of the times, not-a-number if somebody was lost. */
  double deviation() {
    if (!complete() || n < 2) {
      return Double.NaN;
    }
    double mean = total / n;
    double sum = 0;
    for (double v : happened) {
      sum += (v - mean) * (v - mean);
    }
    return Math.sqrt(sum / (n - 1));
  }

  /** The number of distinct times at which it happened. */
  int size() {
    return times.length;
  }

  double time(int j) {
    return times[j];
  }

  long atRisk(int j) {
    return risk[j];
  }

  /** The index of the last event not later than a time, -1 before the first. */
  int indexAt(double t) {
    int at = Arrays.binarySearch(times, t);
    return at >= 0 ? at : -at - 2;
  }

  /** S at a time. */
  double at(double t) {
    return alive(indexAt(t));
  }

  /** S after event j, 1 for j = -1. */
  double alive(int j) {
    return j < 0 ? 1 : alive[j];
  }

  /** The variance of ln S after event j, by Greenwood's formula. */
  double logVariance(int j) {
    return j < 0 ? 0 : greenwood[j];
  }

  /** The lower end of the interval of S after event j; not-a-number where nobody is left. */
  double low(int j) {
    return bound(j, Z95);
  }

  /** The upper end of the interval of S after event j; not-a-number where nobody is left. */
  double high(int j) {
    return bound(j, -Z95);
  }

  private double bound(int j, double z) {
    if (j < 0) {
      return 1;
    }
    if (alive[j] == 0) {
      return Double.NaN;
    }
    double log = Math.log(alive[j]);
    return Math.exp(log * Math.exp(-z * Math.sqrt(greenwood[j]) / log));
  }

  /** The first time at which S is at most a level, not-a-number if that was not seen. */
  double quantile(double level) {
    for (int j = 0; j < times.length; j++) {
      if (alive[j] <= level + 1e-12) {
        return times[j];
      }
    }
    return Double.NaN;
  }

  /**
   * The interval of a quantile: all times whose interval of S covers the level (Brookmeyer, Crowley
   * 1982, doi:10.2307/2530286); an end that was not reached is not a number.
   */
  double[] interval(double level) {
    double[] out = {Double.NaN, Double.NaN};
    for (int j = times.length - 1; j >= 0; j--) {
      boolean gone = alive[j] == 0;
      if (gone || low(j) <= level) {
        out[0] = times[j];
      }
      if (gone || high(j) < level) {
        out[1] = times[j];
      }
    }
    return out;
  }

  /**
   * The mean of the time or the end, whichever is sooner: the area below S; without losses the mean
   * time. Its variance is the sum over events of (area to their right)^2 d/(r (r - d)), times n/(n
   * - 1), with which it is the usual one where nobody is lost.
   */
  Estimate restrictedMean() {
    if (n == 0) {
      return new Estimate(Double.NaN, Double.NaN);
    }
    double right = 0;
    double variance = 0;
    for (int j = times.length - 1; j >= 0; j--) {
      double until = j == times.length - 1 ? end : times[j + 1];
      right += alive[j] * (until - times[j]);
      if (risk[j] > died[j]) {
        variance += right * right * died[j] / ((double) risk[j] * (risk[j] - died[j]));
      }
    }
    double mean = right + (times.length == 0 ? end : times[0]);
    return new Estimate(mean, n < 2 ? Double.NaN : Math.sqrt(variance * n / (n - 1.0)));
  }
}
