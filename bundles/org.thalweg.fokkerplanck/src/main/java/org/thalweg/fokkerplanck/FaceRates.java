package org.thalweg.fokkerplanck;

/**
 * Jump rates across one face by exponential fitting, in departure-node form: the fitted variable is
 * w = D P, as the Ito form d_i d_i (D P) wants it.
 *
 * <p>With D_i, D_j at the two centres and dL = L_j - L_i, the rates (times the width squared) are
 * up = D_i B(z) and down = D_j B(-z). z solves D_j z - (D_j - D_i)(1 - B(z)) = dL, which makes the
 * flux of a constant P exact whatever z is; for equal D it is z = dL/D, and then up/down =
 * exp(-dL/D): the Gibbs state is kept to rounding. Second order. Where D varies by more than a
 * factor of four from one cell to the next, or vanishes, the rates are D_i B(|z|) + max(-dL, 0) and
 * D_j B(|z|) + max(dL, 0): never negative either, upwind where D = 0, first order.
 *
 * <p>References: Scharfetter, Gummel 1969, doi:10.1109/T-ED.1969.16566.
 */
final class FaceRates {
  private static final double MAX_RATIO = 4;

  /** Rate from the lower to the upper cell, times the width squared; set by {@link #fit}. */
  double up;

  /** Rate from the upper to the lower cell, times the width squared; set by {@link #fit}. */
  double down;

  /**
   * Fits both rates.
   *
   * @param lower diffusion at the lower cell's centre, at least 0
   * @param upper diffusion at the upper cell's centre, at least 0
   * @param rise potential at the upper centre minus that at the lower
   */
  void fit(double lower, double upper, double rise) {
    double mean = 0.5 * (lower + upper);
    double z = rise / mean;
    if (mean == 0 || Math.max(lower, upper) > MAX_RATIO * Math.min(lower, upper)) {
      double b = mean == 0 ? 0 : Bernoulli.of(Math.abs(z));
      up = lower * b + Math.max(-rise, 0);
      down = upper * b + Math.max(rise, 0);
      return;
    }
    if (lower != upper) {
      z = exponent(lower, upper, rise, z);
    }
    up = lower * Bernoulli.of(z);
    down = upper * Bernoulli.of(-z);
  }

  private static double exponent(double lower, double upper, double rise, double start) {
    double difference = upper - lower;
    double z = start;
    for (int i = 0; i < 30; i++) {
      double residual = upper * z - difference * (1 - Bernoulli.of(z)) - rise;
      double step = residual / (upper + difference * Bernoulli.derivative(z));
      z -= step;
      if (Math.abs(step) <= 1e-14 * Math.abs(z)) {
        break;
      }
    }
    return z;
  }
}
