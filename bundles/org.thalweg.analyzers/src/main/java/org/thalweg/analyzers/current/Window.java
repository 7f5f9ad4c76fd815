package org.thalweg.analyzers.current;

import org.thalweg.api.analysis.GridAxis;

/**
 * The part of the plane in which nearly all probability lies, which figures show.
 *
 * @param left the lower end along axis 0
 * @param right the upper end
 * @param bottom the lower end along axis 1
 * @param top the upper end
 */
record Window(double left, double right, double bottom, double top) {
  /** The density, relative to its largest, below which nothing is shown. */
  private static final double FAINT = 2e-3;

  static Window of(CurrentData.Fields fields) {
    GridAxis ax = fields.axes().get(0);
    GridAxis ay = fields.axes().get(1);
    double most = 0;
    for (double p : fields.density()) {
      most = Math.max(most, p);
    }
    int[] ends = {ax.cells(), -1, ay.cells(), -1};
    for (int k = 0; k < fields.density().length; k++) {
      if (fields.density()[k] > FAINT * most) {
        int i = k / ay.cells();
        int j = k % ay.cells();
        ends[0] = Math.min(ends[0], i);
        ends[1] = Math.max(ends[1], i);
        ends[2] = Math.min(ends[2], j);
        ends[3] = Math.max(ends[3], j);
      }
    }
    return new Window(
        ax.edge(ends[0]), ax.edge(ends[1] + 1), ay.edge(ends[2]), ay.edge(ends[3] + 1));
  }

  double width() {
    return right - left;
  }

  double height() {
    return top - bottom;
  }

  /** The coordinate of a place between 0 and 1. */
  double x(double u) {
    return left + u * (right - left);
  }

  /** The coordinate of a place between 0 and 1. */
  double y(double v) {
    return bottom + v * (top - bottom);
  }

  /** Equally spaced places from end to end. */
  double[] columns(int n) {
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] = x(i / (n - 1.0));
    }
    return out;
  }

  /** Equally spaced places from end to end. */
  double[] rows(int n) {
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] = y(i / (n - 1.0));
    }
    return out;
  }
}
