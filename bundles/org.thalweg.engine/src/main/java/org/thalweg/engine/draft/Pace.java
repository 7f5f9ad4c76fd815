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

  /** After so many relaxation times a fiftieth of the beginning is left. */
  private static final double FORGOTTEN = 4;

  private static final long MOST_STEPS = 200_000;
  private static final double MOST_WALKER_STEPS = 2e8;

  /** With these the verdict's errors are some hundredths of the scales. */
  private static final long ENOUGH_WALKERS = 4096;

  static Pace on(Landscape landscape) {
    int dim = landscape.dim();
    double curvature = Curvature.largest(landscape);
    double wanted = curvature > 0 ? STABLE / curvature : LARGEST;
    BigDecimal eta = round(Math.min(LARGEST, Math.max(SMALLEST, wanted)));
    int steps = dim <= 8 ? 1000 : dim <= 1000 ? 200 : 50;
    long walkers = dim <= 8 ? 1000 : dim <= 1000 ? 64 : 8;
    return new Pace(eta, eta.multiply(BigDecimal.valueOf(steps)).stripTrailingZeros(), walkers);
  }

  /**
   * The same with a horizon that lets the problem forget its beginning, as far as steps that take
   * about a second allow, and with as many walkers as these steps leave.
   *
   * @param time the time after which an e-th part of the beginning is left
   * @param dim the number of parameters
   */
  Pace relaxing(double time, int dim) {
    double eta = learningRate.doubleValue();
    double most = (double) MOST_STEPS / dim;
    double wanted = Math.max(horizon.doubleValue(), FORGOTTEN * time);
    // Rounded up, but not beyond what was to be afforded.
    BigDecimal longer = round(Math.min(2 * wanted, most * eta));
    BigDecimal own = longer.max(horizon);
    double steps = own.doubleValue() / eta;
    long affordable = Long.highestOneBit((long) Math.max(1, MOST_WALKER_STEPS / steps / dim));
    return new Pace(learningRate, own, Math.max(walkers, Math.min(ENOUGH_WALKERS, affordable)));
  }

  /** The greatest of 1, 2 and 5 times a power of ten that is not above a value. */
  static BigDecimal round(double value) {
    BigDecimal one = new BigDecimal(value).round(new MathContext(1, RoundingMode.DOWN));
    int digit = one.unscaledValue().intValueExact();
    int rounded = digit >= 5 ? 5 : digit >= 2 ? 2 : 1;
    return BigDecimal.valueOf(rounded).scaleByPowerOfTen(-one.scale()).stripTrailingZeros();
  }
}
