package org.thalweg.fokkerplanck;

/**
 * The recurrences of the tridiagonal solves, in the one form that the just-in-time compiler
 * vectorises: a constant distance of 64 lanes between neighbouring positions. Other widths take the
 * same loops slowly.
 */
final class LineKernels {
  static final int LANES = 64;

  private LineKernels() {}

  /**
   * w = c w - d u, then the forward sweep in place. Pass c = 1, d = 0 and w = u for a plain solve.
   */
  static void forward(
      double c, double d, double[] u, double[] inv, double[] low, double[] w, int lanes) {
    for (int j = 0; j < lanes; j++) {
      w[j] = (c * w[j] - d * u[j]) * inv[j];
    }
    if (lanes == LANES) {
      for (int j = LANES; j < u.length; j++) {
        w[j] = (c * w[j] - d * u[j]) * inv[j] + low[j] * w[j - LANES];
      }
    } else {
      for (int j = lanes; j < u.length; j++) {
        w[j] = (c * w[j] - d * u[j]) * inv[j] + low[j] * w[j - lanes];
      }
    }
  }

  /** The forward sweep of {@code u} into {@code w}. */
  static void forward(double[] u, double[] inv, double[] low, double[] w, int lanes) {
    for (int j = 0; j < lanes; j++) {
      w[j] = u[j] * inv[j];
    }
    if (lanes == LANES) {
      for (int j = LANES; j < u.length; j++) {
        w[j] = u[j] * inv[j] + low[j] * w[j - LANES];
      }
    } else {
      for (int j = lanes; j < u.length; j++) {
        w[j] = u[j] * inv[j] + low[j] * w[j - lanes];
      }
    }
  }

  /** The backward sweep in place. */
  static void backward(double[] high, double[] w, int lanes) {
    if (lanes == LANES) {
      for (int o = w.length - 2 * LANES; o >= 0; o -= LANES) {
        for (int j = o; j < o + LANES; j++) {
          w[j] += high[j] * w[j + LANES];
        }
      }
    } else {
      for (int j = w.length - lanes - 1; j >= 0; j--) {
        w[j] += high[j] * w[j + lanes];
      }
    }
  }

  /**
   * Between the sweeps of cyclic lines: what all positions hand to the last one, with compensated
   * summation, since under long steps every cell sends much and the sum's rounding would add up.
   */
  static void closeForward(double[] toLast, double[] w, double[] rest, int lanes) {
    int last = w.length - lanes;
    java.util.Arrays.fill(rest, 0);
    for (int o = 0; o < last; o += lanes) {
      for (int j = 0; j < lanes; j++) {
        double term = toLast[o + j] * w[o + j] - rest[j];
        double sum = w[last + j] + term;
        rest[j] = (sum - w[last + j]) - term;
        w[last + j] = sum;
      }
    }
  }

  /** The backward sweep of cyclic lines, in place. */
  static void backwardCyclic(double[] high, double[] fromLast, double[] w, int lanes) {
    int last = w.length - lanes;
    for (int o = last - lanes; o >= 0; o -= lanes) {
      for (int j = 0; j < lanes; j++) {
        w[o + j] += high[o + j] * w[o + lanes + j] + fromLast[o + j] * w[last + j];
      }
    }
  }

  /** Smallest entry of every lane. */
  static void minima(double[] w, double[] least, int lanes) {
    java.util.Arrays.fill(least, 0);
    for (int o = 0; o < w.length; o += lanes) {
      for (int j = 0; j < lanes; j++) {
        least[j] = Math.min(least[j], w[o + j]);
      }
    }
  }
}
