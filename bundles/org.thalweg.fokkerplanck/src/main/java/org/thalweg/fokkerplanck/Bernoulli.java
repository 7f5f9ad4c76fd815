package org.thalweg.fokkerplanck;

/**
 * The weight B(z) = z / (exp(z) - 1) of exponential fitting (Scharfetter, Gummel 1969,
 * doi:10.1109/T-ED.1969.16566), free of cancellation near zero and of overflow far away.
 */
final class Bernoulli {
  private Bernoulli() {}

  static double of(double z) {
    if (z == 0) {
      return 1;
    }
    return z > 746 ? 0 : z / StrictMath.expm1(z);
  }

  /** dB/dz, between -1 and 0. */
  static double derivative(double z) {
    if (Math.abs(z) < 1e-4) {
      return -0.5 + z / 6;
    }
    double b = of(z);
    return b * (1 - b - z) / z;
  }
}
