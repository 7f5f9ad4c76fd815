package org.thalweg.analyzers.passage;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * A rate of events that come at random: their number over the time at risk.
 *
 * <p>The 95 % interval is exact for a Poisson number (Garwood 1936, doi:10.1093/biomet/28.3-4.437),
 * and holds at least as often for exponential times that are cut off at a horizon.
 *
 * @param events the number of events
 * @param exposure the time at risk, summed over walkers
 */
record PoissonRate(long events, double exposure) {
  private static final double TAIL = 0.025;

  double value() {
    return events / exposure;
  }

  /** One standard error, sqrt(events)/exposure. */
  double error() {
    return Math.sqrt(events) / exposure;
  }

  double low() {
    return events == 0
        ? 0
        : new ChiSquaredDistribution(2.0 * events).inverseCumulativeProbability(TAIL)
            / (2 * exposure);
  }

  double high() {
    return new ChiSquaredDistribution(2.0 * events + 2).inverseCumulativeProbability(1 - TAIL)
        / (2 * exposure);
  }
}
