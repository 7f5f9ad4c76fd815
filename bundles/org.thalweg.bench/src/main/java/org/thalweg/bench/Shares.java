package org.thalweg.bench;

import java.util.OptionalDouble;
import org.thalweg.bench.instruments.Parts;

/**
 * Where the time of an ensemble goes, as parts of the time that the same experiment takes without
 * instruments on one thread.
 *
 * <p>Drawing, drift and noise are measured inside, and what measuring costs is measured too and
 * taken off. What is left after that is a few nanoseconds for each call, one call serves a chunk of
 * up to 512 walkers, and code is compiled a little differently around a stopwatch: shares are good
 * to about 0.03 for few parameters and to 0.01 for many. Observing is the difference of two
 * measurements and as good as these repeat.
 *
 * @param drawing random numbers
 * @param drift gradients and Hessian products of the landscape, whoever asks for them
 * @param noise what noises do beside drawing and calling the landscape; zero where a step applies a
 *     constant diagonal by itself
 * @param observing analyzers; empty if the experiment has none
 * @param rest the update of the walkers, edges, watching for divergence, the start; the difference
 *     of the others from 1, so that errors may make it slightly negative
 */
public record Shares(
    double drawing, double drift, double noise, OptionalDouble observing, double rest) {
  /**
   * Shares from times in seconds, which add up to 1; observing is not a number if nobody observes.
   */
  static Shares of(double all, Parts parts, double observing) {
    double drawing = parts.drawing() / all;
    double drift = parts.drift() / all;
    double noise = parts.noise() / all;
    OptionalDouble observed =
        Double.isNaN(observing) ? OptionalDouble.empty() : OptionalDouble.of(observing / all);
    return new Shares(
        drawing, drift, noise, observed, 1 - drawing - drift - noise - observed.orElse(0));
  }
}
