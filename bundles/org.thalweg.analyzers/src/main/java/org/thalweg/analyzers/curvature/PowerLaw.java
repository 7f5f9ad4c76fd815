package org.thalweg.analyzers.curvature;

import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.thalweg.api.analysis.Estimate;

/**
 * The exponent of y ~ x^exponent by least squares in the logarithms, over the pairs where both are
 * positive.
 */
final class PowerLaw {
  private final SimpleRegression regression = new SimpleRegression();

  void add(double x, double y) {
    if (x > 0 && y > 0 && Double.isFinite(x) && Double.isFinite(y)) {
      regression.addData(Math.log(x), Math.log(y));
    }
  }

  /** The number of pairs that count. */
  long pairs() {
    return regression.getN();
  }

  /** The exponent with its standard error; not-a-number with fewer than two (three) pairs. */
  Estimate exponent() {
    return new Estimate(
        regression.getSlope(), pairs() < 3 ? Double.NaN : regression.getSlopeStdErr());
  }

  /** The fitted y at an x. */
  double at(double x) {
    return Math.exp(regression.predict(Math.log(x)));
  }
}
