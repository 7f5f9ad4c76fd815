package org.thalweg.engine.draft;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.thalweg.api.problem.Landscape;

/**
 * How fast and how far a draft walks: steps that are stable on a landscape, and as many as take
 * about a second.
 *
 * @param learningRate eta, a round number
 * @param horizon eta times the number of steps
 * @param walkers walkers of an ensemble
 */
record Pace(BigDecimal learningRate, BigDecimal horizon, long walkers) {
  private static final int PLACES = 6;
  private static final int ROUNDS = 12;
  private static final double LARGEST = 0.05;
  private static final double SMALLEST = 1e-6;

  /** The part of the largest stable step, 2/lambda, that a draft takes: a twentieth. */
  private static final double STABLE = 0.1;

  static Pace on(Landscape landscape) {
    int dim = landscape.dim();
    double curvature = curvature(landscape);
    double wanted = curvature > 0 ? STABLE / curvature : LARGEST;
    BigDecimal eta = round(Math.min(LARGEST, Math.max(SMALLEST, wanted)));
    int steps = dim <= 8 ? 1000 : dim <= 1000 ? 200 : 50;
    long walkers = dim <= 8 ? 1000 : dim <= 1000 ? 64 : 8;
    return new Pace(eta, eta.multiply(BigDecimal.valueOf(steps)).stripTrailingZeros(), walkers);
  }

  /** The largest curvature near the origin: power iteration at the origin and places around it. */
  private static double curvature(Landscape landscape) {
    int dim = landscape.dim();
    Random random = new Random(1); // fixed, so that a draft is always the same
    double largest = 0;
    for (int place = 0; place < PLACES; place++) {
      double[] x = new double[dim];
      double[] v = new double[dim];
      double[] product = new double[dim];
      for (int i = 0; i < dim; i++) {
        x[i] = place == 0 ? 0 : 2 * random.nextDouble() - 1;
        v[i] = random.nextGaussian();
      }
      double norm = normalise(v);
      for (int round = 0; round < ROUNDS && norm > 0; round++) {
        landscape.hessianVector(0, x, v, product);
        norm = normalise(product);
        double[] swap = v;
        v = product;
        product = swap;
      }
      largest = Double.isFinite(norm) ? Math.max(largest, norm) : largest;
    }
    return largest;
  }

  private static double normalise(double[] v) {
    double sum = 0;
    for (double c : v) {
      sum += c * c;
    }
    double norm = Math.sqrt(sum);
    for (int i = 0; norm > 0 && i < v.length; i++) {
      v[i] /= norm;
    }
    return norm;
  }

  /** The greatest of 1, 2 and 5 times a power of ten that is not above a value. */
  static BigDecimal round(double value) {
    BigDecimal one = new BigDecimal(value).round(new MathContext(1, RoundingMode.DOWN));
    int digit = one.unscaledValue().intValueExact();
    int rounded = digit >= 5 ? 5 : digit >= 2 ? 2 : 1;
    return BigDecimal.valueOf(rounded).scaleByPowerOfTen(-one.scale()).stripTrailingZeros();
  }
}
