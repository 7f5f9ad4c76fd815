package org.thalweg.analyzers.current;

import org.thalweg.api.analysis.Estimate;

/**
 * Values at the points of a regular lattice in two dimensions: between the points, and where they
 * are largest.
 *
 * @param x0 the first point's coordinate along axis 0
 * @param hx the distance of points along axis 0
 * @param nx their number
 * @param y0 the first point's coordinate along axis 1
 * @param hy their distance
 * @param ny their number
 * @param values the values, values[i * ny + j] at (x0 + i hx, y0 + j hy)
 */
record Lattice(double x0, double hx, int nx, double y0, double hy, int ny, double[] values) {
  /**
   * A largest absolute value.
   *
   * @param value the value itself
   * @param x where
   * @param y where
   */
  record Peak(double value, double x, double y) {
    /** From a fine and a coarse lattice, in second order. */
    static Estimate extrapolated(Peak fine, Peak coarse) {
      double f = Math.abs(fine.value());
      double c = Math.abs(coarse.value());
      return new Estimate((4 * f - c) / 3, Math.abs(f - c) / 3);
    }
  }

  /** The bilinear value at a place; at the nearest edge for a place outside. */
  double at(double x, double y) {
    double u = Math.max(0, Math.min(nx - 1, (x - x0) / hx));
    double v = Math.max(0, Math.min(ny - 1, (y - y0) / hy));
    int i = Math.min(nx - 2, (int) u);
    int j = Math.min(ny - 2, (int) v);
    int k = i * ny + j;
    double low = values[k] + (v - j) * (values[k + 1] - values[k]);
    double high = values[k + ny] + (v - j) * (values[k + ny + 1] - values[k + ny]);
    return low + (u - i) * (high - low);
  }

  /**
   * The largest absolute value, with parabolas through its neighbours along both axes. Of values
   * that symmetry makes equal, the last is taken, whatever rounding does to them.
   */
  Peak peak() {
    int at = values.length - 1;
    for (int k = values.length - 1; k >= 0; k--) {
      at = Math.abs(values[k]) > (1 + 1e-6) * Math.abs(values[at]) ? k : at;
    }
    int i = at / ny;
    int j = at % ny;
    double x = x0 + i * hx;
    double y = y0 + j * hy;
    double value = values[at];
    if (i > 0 && i < nx - 1) {
      double s = top(at, ny);
      x += s * hx;
      value += s * (values[at + ny] - values[at - ny]) / 4;
    }
    if (j > 0 && j < ny - 1) {
      double s = top(at, 1);
      y += s * hy;
      value += s * (values[at + 1] - values[at - 1]) / 4;
    }
    return new Peak(value, x, y);
  }

  /** Where the parabola through three points has its top, in distances from the middle one. */
  private double top(int at, int stride) {
    double bend = values[at + stride] - 2 * values[at] + values[at - stride];
    return bend == 0 ? 0 : (values[at - stride] - values[at + stride]) / (2 * bend);
  }
}
