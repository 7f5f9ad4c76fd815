package org.thalweg.starts;

import org.apache.commons.math3.special.Erf;
import org.thalweg.api.math.BlockMath;

/**
 * A normal coordinate: with u = (v - mean)/deviation, P(X &lt;= v) = erfc(-u/sqrt 2)/2 and E[X; X
 * &lt;= v] = mean P(X &lt;= v) - deviation phi(u), phi the standard normal density.
 *
 * @param mean the mean
 * @param deviation the standard deviation, positive
 */
record GaussianLaw(double mean, double deviation) implements AxisLaw {
  private static final double SQRT_HALF = Math.sqrt(0.5);
  private static final double PHI_0 = 1 / Math.sqrt(2 * Math.PI);

  @Override
  public double cumulative(double v) {
    return 0.5 * Erf.erfc(-SQRT_HALF * ((v - mean) / deviation));
  }

  @Override
  public double partialMean(double v) {
    double u = (v - mean) / deviation;
    return mean * cumulative(v) - deviation * PHI_0 * BlockMath.exp(-0.5 * u * u);
  }
}
