package org.thalweg.engine.draft;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.thalweg.api.problem.Landscape;
import org.thalweg.engine.explain.Curvature;

/**
 * How fast and how far a draft walks: steps that are stable on a landscape, and as many as take
 * about a second.
 *
 * @param learningRate eta, a round number
 * @param horizon eta times the number of steps
 * @param walkers walkers of an ensemble
 */
record Pace(BigDecimal learningRate, BigDecimal horizon, long walkers) {
  private static final double LARGEST = 0.05;
  private static final double SMALLEST = 1e-6;

  /** The part of the largest stable step, 2/lambda, that a draft takes: a twentieth. */
  private static final double STABLE = 0.1;

  static Pace on(Landscape landscape) {
    int dim = landscape.dim();
    double curvature = Curvature.largest(landscape);
    double wanted = curvature > 0 ? STABLE / curvature : LARGEST;
    BigDecimal eta = round(Math.min(LARGEST, Math.max(SMALLEST, wanted)));
    int steps = dim <= 8 ? 1000 : dim <= 1000 ? 200 : 50;
    long walkers = dim <= 8 ? 1000 : dim <= 1000 ? 64 : 8;
    return new Pace(eta, eta.multiply(BigDecimal.valueOf(steps)).stripTrailingZeros(), walkers);
  }

  /** The greatest of 1, 2 and 5 times a power of ten that is not above a value. */
  static BigDecimal round(double value) {
    BigDecimal one = new BigDecimal(value).round(new MathContext(1, RoundingMode.DOWN));
    int digit = one.unscaledValue().intValueExact();
    int rounded = digit >= 5 ? 5 : digit >= 2 ? 2 : 1;
    return BigDecimal.valueOf(rounded).scaleByPowerOfTen(-one.scale()).stripTrailingZeros();
  }
}
