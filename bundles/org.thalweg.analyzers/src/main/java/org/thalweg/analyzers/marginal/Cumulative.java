package org.thalweg.analyzers.marginal;

import org.apache.commons.math3.analysis.interpolation.HermiteInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialFunction;

/**
 * A curve known through its integrals over equal slabs, rebuilt with the accuracy of a polynomial
 * of ninth degree through the neighbouring values of its integral.
 */
public final class Cumulative {
  private static final int STENCIL = 10;

  /** Centring keeps the powers, and so their rounding, small. */
  private static final double MIDDLE = 4.5;

  private final double from;
  private final double width;
  private final double[] sums;

  /**
   * A curve.
   *
   * @param from the lower end
   * @param to the upper end
   * @param integrals its integral over each slab
   */
  Cumulative(double from, double to, double[] integrals) {
    this.from = from;
    this.width = (to - from) / integrals.length;
    this.sums = new double[integrals.length + 1];
    for (int i = 0; i < integrals.length; i++) {
      sums[i + 1] = sums[i] + integrals[i];
    }
  }

  /** The integral between two places. */
  double between(double a, double b) {
    double smooth = upTo(a, true);
    double mass = upTo(b, true) - smooth;
    // A polynomial through a step undershoots; a straight line does not.
    return mass >= 0 ? mass : upTo(b, false) - upTo(a, false);
  }

  private double upTo(double x, boolean smooth) {
    double s = (x - from) / width;
    if (s <= 0) {
      return 0;
    }
    int n = sums.length - 1;
    if (s >= n) {
      return sums[n];
    }
    double nearest = Math.rint(s);
    if (Math.abs(s - nearest) < 1e-9) {
      return sums[(int) nearest];
    }
    int cell = (int) s;
    if (!smooth) {
      return sums[cell] + (s - cell) * (sums[cell + 1] - sums[cell]);
    }
    int first = first(s);
    return polynomial(first).value(s - first - MIDDLE);
  }

  /** The curve itself, the derivative of its integral. */
  public double at(double x) {
    double s = (x - from) / width;
    int first = first(s);
    return polynomial(first).polynomialDerivative().value(s - first - MIDDLE) / width;
  }

  private int first(double s) {
    int points = Math.min(STENCIL, sums.length);
    int first = (int) Math.rint(s - (points - 1) / 2.0);
    return Math.max(0, Math.min(sums.length - points, first));
  }

  private PolynomialFunction polynomial(int first) {
    HermiteInterpolator polynomial = new HermiteInterpolator();
    int points = Math.min(STENCIL, sums.length);
    for (int i = 0; i < points; i++) {
      polynomial.addSamplePoint(i - MIDDLE, new double[] {sums[first + i]});
    }
    return polynomial.getPolynomials()[0];
  }
}
