package org.thalweg.theory;

import org.apache.commons.math3.special.Gamma;

/**
 * Means over a standard normal z of powers and the logarithm of |u + v z|, the factor by which one
 * step multiplies y.
 */
final class NormalPower {
  /** From here on the singular point is too far out to matter. */
  private static final double FAR = 25;

  private static final int NODES = 4001;
  private static final double REACH = 11;

  private NormalPower() {}

  /**
   * The mean logarithm, by the Poisson mixture of central chi-squares that (c + z)^2 is: E ln|c +
   * z| = (ln 2 + sum_j P(j; c^2/2) psi(j + 1/2)) / 2.
   *
   * @param u the mean
   * @param v the standard deviation, not negative
   * @return E ln|u + v z|
   */
  static double logarithm(double u, double v) {
    if (v == 0) {
      return Math.log(Math.abs(u));
    }
    double c = Math.abs(u) / v;
    if (c >= FAR) {
      double q = 1 / (c * c);
      return Math.log(Math.abs(u)) - q * (0.5 + q * (0.75 + q * (2.5 + q * 13.125)));
    }
    double mean = c * c / 2;
    double sum = 0;
    int from = (int) Math.max(0, mean - 12 * Math.sqrt(mean) - 5);
    int to = (int) (mean + 12 * Math.sqrt(mean) + 30);
    double digamma = Gamma.digamma(from + 0.5);
    for (int j = from; j <= to; j++) {
      double log = (mean == 0 ? (j == 0 ? 0 : -1e300) : j * Math.log(mean)) - mean;
      sum += Math.exp(log - Gamma.logGamma(j + 1.0)) * digamma;
      digamma += 1 / (j + 0.5);
    }
    return Math.log(v) + (Math.log(2) + sum) / 2;
  }

  /**
   * The logarithm of the mean of a power, by the trapezoidal rule about its two maxima; where the
   * singular point is far out the one beyond it does not matter.
   *
   * @param u the mean
   * @param v the standard deviation, positive
   * @param alpha the power, positive
   * @return ln E|u + v z|^alpha
   */
  static double power(double u, double v, double alpha) {
    double size = Math.abs(u);
    double root = Math.sqrt(size * size + 4 * alpha * v * v);
    double near = 2 * alpha * v / (size + root);
    double from = (size >= FAR * v ? near : -(size + root) / (2 * v)) - REACH;
    double to = near + REACH;
    double width = (to - from) / (NODES - 1);
    double[] log = new double[NODES];
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < NODES; i++) {
      double z = from + i * width;
      log[i] = alpha * Math.log(Math.abs(size + v * z)) - z * z / 2;
      best = Math.max(best, log[i]);
    }
    double sum = 0;
    for (double one : log) {
      sum += Math.exp(one - best);
    }
    return best + Math.log(sum * width) - Math.log(2 * Math.PI) / 2;
  }

  /**
   * The index alpha of the power-law tail that the steps y' = (u + v z) y + noise make, E|u + v
   * z|^alpha = 1 (Kesten 1973, doi:10.1007/BF02392040).
   *
   * @param u the mean of the factor
   * @param v its standard deviation
   * @return alpha; infinite where nothing multiplies at random, zero where y grows without end
   */
  static double index(double u, double v) {
    if (!(logarithm(u, v) < 0)) {
      return 0;
    }
    if (v == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double high = 1;
    while (power(u, v, high) < 0) {
      high *= 2;
      if (high > 1e9) {
        return Double.POSITIVE_INFINITY;
      }
    }
    double low = high == 1 ? 0 : high / 2;
    for (int i = 0; i < 80; i++) {
      double middle = (low + high) / 2;
      if (power(u, v, middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
