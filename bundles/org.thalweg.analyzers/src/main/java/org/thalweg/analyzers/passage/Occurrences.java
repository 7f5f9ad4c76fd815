package org.thalweg.analyzers.passage;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Events and time at risk in equal intervals of time, from which a rate and its constancy follow.
 *
 * @param width the length of an interval
 * @param span the time of all steps that end in each interval
 * @param events the number of events in each interval
 * @param exposure the time at risk in each interval, summed over walkers
 */
record Occurrences(double width, double[] span, long[] events, double[] exposure) {
  private static final double[] PARTS = {0, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5};
  private static final int GROUPS = 10;
  private static final int LEAST_IN_GROUP = 8;
  private static final double LEVEL = 0.05;

  /** The events over the time at risk from an interval on. */
  PoissonRate rate(int from) {
    long n = 0;
    double time = 0;
    for (int i = from; i < events.length; i++) {
      n += events[i];
      time += exposure[i];
    }
    return new PoissonRate(n, time);
  }

  /** The first interval that lies wholly after a time. */
  int after(double time) {
    return (int) Math.min(events.length, Math.ceil(time / width - 1e-9));
  }

  /**
   * The first interval that counts: after a given time, or else the earliest of those before which
   * 0, 2, 5, 10, 20, 35 and 50 % of the events fall from which on the rate is constant at the 5 %
   * level; the last of them where it never is.
   */
  int relaxed(OptionalDouble given) {
    if (given.isPresent()) {
      return after(given.getAsDouble());
    }
    int from = 0;
    for (double part : PARTS) {
      from = before(part);
      if (!(constancy(from) < LEVEL)) {
        return from;
      }
    }
    return from;
  }

  private int before(double part) {
    long all = rate(0).events();
    long sum = 0;
    for (int i = 0; i < events.length; i++) {
      if (sum >= part * all) {
        return i;
      }
      sum += events[i];
    }
    return 0;
  }

  /**
   * Pearson's test that the rate is constant from an interval on, in up to ten groups of equal time
   * at risk; not-a-number with too few events for two groups.
   *
   * @return the probability of a deviation at least as large
   */
  double constancy(int from) {
    PoissonRate rate = rate(from);
    int groups = (int) Math.min(GROUPS, rate.events() / LEAST_IN_GROUP);
    if (groups < 2) {
      return Double.NaN;
    }
    double statistic = 0;
    int used = 0;
    long n = 0;
    double time = 0;
    double done = 0;
    for (int i = from; i < events.length; i++) {
      n += events[i];
      time += exposure[i];
      boolean full = done + time >= rate.exposure() * (used + 1) / groups * (1 - 1e-12);
      if (time > 0 && (full || i == events.length - 1)) {
        double expected = rate.value() * time;
        statistic += (n - expected) * (n - expected) / expected;
        used++;
        done += time;
        n = 0;
        time = 0;
      }
    }
    return used < 2
        ? Double.NaN
        : 1 - new ChiSquaredDistribution(used - 1.0).cumulativeProbability(statistic);
  }

  /**
   * The integral of the rate from time 0 to the end of each interval, and before the first;
   * not-a-number once nobody is at risk.
   */
  double[] cumulative() {
    double[] out = new double[events.length + 1];
    for (int i = 0; i < events.length; i++) {
      boolean nobody = span[i] > 0 && exposure[i] == 0;
      out[i + 1] = nobody ? Double.NaN : out[i] + events[i] * each(i);
    }
    return out;
  }

  /** The variance of {@link #cumulative()}. */
  double[] variance() {
    double[] out = new double[events.length + 1];
    for (int i = 0; i < events.length; i++) {
      out[i + 1] = out[i] + events[i] * each(i) * each(i);
    }
    return out;
  }

  /** What one event adds to the integral: one over the mean number at risk. */
  private double each(int interval) {
    return exposure[interval] > 0 ? span[interval] / exposure[interval] : 0;
  }

  /** The ends of the intervals, from time 0 on. */
  double[] times() {
    return IntStream.rangeClosed(0, events.length).mapToDouble(i -> i * width).toArray();
  }
}
