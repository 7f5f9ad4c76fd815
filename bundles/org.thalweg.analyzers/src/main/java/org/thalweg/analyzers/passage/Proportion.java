package org.thalweg.analyzers.passage;

import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * A fraction of walkers with its 95 % interval (Wilson 1927, doi:10.1080/01621459.1927.10502953).
 *
 * @param value the fraction; not-a-number of nobody
 * @param low the lower end
 * @param high the upper end
 */
record Proportion(double value, double low, double high) {
  /** A fraction that is counted. */
  static Proportion of(long some, long all) {
    if (all == 0) {
      return new Proportion(Double.NaN, Double.NaN, Double.NaN);
    }
    ConfidenceInterval wilson =
        new WilsonScoreInterval().createInterval(Math.toIntExact(all), Math.toIntExact(some), 0.95);
    return new Proportion(
        some / (double) all,
        some == 0 ? 0 : Math.max(0, wilson.getLowerBound()),
        some == all ? 1 : Math.min(1, wilson.getUpperBound()));
  }

  /** Half the interval in standard errors, which is positive also at 0 and 1. */
  double error() {
    return (high - low) / 2 / Survival.Z95;
  }
}
