package org.thalweg.testkit;

import java.util.function.DoubleUnaryOperator;

/** Adaptive Simpson quadrature, which also finds its way across a step. */
final class Quadrature {
  private static final int PANELS = 64;
  private static final int DEPTH = 40;

  private Quadrature() {}

  /** The integral of f from a to b; steps and kinks are bisected. */
  static double integrate(DoubleUnaryOperator f, double a, double b, double tolerance) {
    double sum = 0;
    for (int k = 0; k < PANELS; k++) {
      double left = a + (b - a) * k / PANELS;
      double right = a + (b - a) * (k + 1) / PANELS;
      double middle = 0.5 * (left + right);
      sum +=
          adapt(
              f,
              left,
              right,
              f.applyAsDouble(left),
              f.applyAsDouble(middle),
              f.applyAsDouble(right),
              tolerance / PANELS,
              DEPTH);
    }
    return sum;
  }

  private static double adapt(
      DoubleUnaryOperator f,
      double a,
      double b,
      double fa,
      double fm,
      double fb,
      double tolerance,
      int depth) {
    double m = 0.5 * (a + b);
    double fl = f.applyAsDouble(0.5 * (a + m));
    double fr = f.applyAsDouble(0.5 * (m + b));
    double whole = (b - a) / 6 * (fa + 4 * fm + fb);
    double halves = (b - a) / 12 * (fa + 4 * fl + 2 * fm + 4 * fr + fb);
    if (depth == 0 || Math.abs(halves - whole) <= 15 * tolerance) {
      return halves + (halves - whole) / 15;
    }
    return adapt(f, a, m, fa, fl, fm, tolerance, depth - 1)
        + adapt(f, m, b, fm, fr, fb, tolerance, depth - 1);
  }
}
