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

  /** The backward sweep in place; one loop, since a loop a row would not fill its vectors. */
  static void backward(double[] high, double[] w, int lanes) {
    if (lanes == LANES) {
      for (int j = w.length - LANES - 1; j >= 0; j--) {
        w[j] += high[j] * w[j + LANES];
      }
    } else {
      for (int j = w.length - lanes - 1; j >= 0; j--) {
        w[j] += high[j] * w[j + lanes];
      }
    }
  }

  /** The backward sweep in place, and u = 2 w - u on the way. */
  static void backwardReflect(double[] high, double[] w, double[] u, int lanes) {
    for (int j = w.length - lanes; j < w.length; j++) {
      u[j] = 2 * w[j] - u[j];
    }
    if (lanes == LANES) {
      for (int j = w.length - LANES - 1; j >= 0; j--) {
        double v = w[j] + high[j] * w[j + LANES];
        w[j] = v;
        u[j] = 2 * v - u[j];
      }
    } else {
      for (int j = w.length - lanes - 1; j >= 0; j--) {
        double v = w[j] + high[j] * w[j + lanes];
        w[j] = v;
        u[j] = 2 * v - u[j];
      }
    }
  }

  /** u = 2 w - u. */
  static void reflect(double[] w, double[] u) {
    for (int j = 0; j < u.length; j++) {
      u[j] = 2 * w[j] - u[j];
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

  /** True if some entry is negative. */
  static boolean negative(double[] w) {
    int j = 0;
    for (; j < w.length - 7; j += 8) {
      if (w[j] < 0
          | w[j + 1] < 0
          | w[j + 2] < 0
          | w[j + 3] < 0
          | w[j + 4] < 0
          | w[j + 5] < 0
          | w[j + 6] < 0
          | w[j + 7] < 0) {
        return true;
      }
    }
    for (; j < w.length; j++) {
      if (w[j] < 0) {
        return true;
      }
    }
    return false;
  }

  /** Elimination without subtraction along all lines that are not cyclic; see LineFactors. */
  static void eliminate(
      double[] up,
      double[] down,
      double[] weight,
      double[] inv,
      double[] low,
      double[] high,
      int lanes) {
    for (int j = 0; j < lanes; j++) {
      inv[j] = 1 / (weight[j] + up[j]);
    }
    if (lanes == LANES) {
      for (int j = LANES; j < inv.length; j++) {
        double back = down[j] * inv[j - LANES];
        high[j - LANES] = back;
        double kept = weight[j] + back * weight[j - LANES];
        weight[j] = kept;
        double inverse = 1 / (kept + up[j]);
        inv[j] = inverse;
        low[j] = up[j - LANES] * inverse;
      }
    } else {
      for (int j = lanes; j < inv.length; j++) {
        double back = down[j] * inv[j - lanes];
        high[j - lanes] = back;
        double kept = weight[j] + back * weight[j - lanes];
        weight[j] = kept;
        double inverse = 1 / (kept + up[j]);
        inv[j] = inverse;
        low[j] = up[j - lanes] * inverse;
      }
    }
  }
}
