package org.thalweg.fokkerplanck;

import java.util.function.Predicate;

/**
 * Where the regions that end paths are on a grid: which cells' centres are inside, and how far a
 * jump gets before it is inside.
 *
 * <p>A jump between two centres outside is looked at in its middle as well; a region that covers
 * less than half of it there may be missed.
 */
final class RegionBounds {
  /** Outside of both regions. */
  static final byte FREE = 0;

  /** In the target. */
  static final byte TARGET = 1;

  /** In the other region, or beyond an absorbing edge. */
  static final byte OTHER = 2;

  private static final int HALVINGS = 50;

  private final Grid grid;
  private final Predicate<double[]> target;
  private final Predicate<double[]> other;
  private final byte[] inside;
  private final double[] point;

  /** What the last jump ran into; set by {@link #part}. */
  byte met;

  RegionBounds(Grid grid, Predicate<double[]> target, Predicate<double[]> other) {
    this.grid = grid;
    this.target = target;
    this.other = other;
    inside = new byte[grid.cells()];
    point = new double[grid.dim()];
    double[] x = new double[grid.dim()];
    for (int k = 0; k < inside.length; k++) {
      grid.centre(k, x);
      inside[k] = at(x);
    }
  }

  /** Where the centre of a cell is. */
  byte of(int k) {
    return inside[k];
  }

  /**
   * The part of a straight jump until it is first inside, above 0; 1 where it is outside to the
   * end.
   *
   * @param k a cell whose centre is outside
   * @param dx the jump along x, in cells
   * @param dy the jump along y, in cells
   */
  double part(int k, double dx, double dy) {
    double low = 0;
    double high = 0.5;
    byte found = along(k, dx, dy, high);
    if (found == FREE) {
      low = 0.5;
      high = 1;
      found = along(k, dx, dy, high);
    }
    met = found;
    if (found == FREE) {
      return 1;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = 0.5 * (low + high);
      byte there = along(k, dx, dy, middle);
      if (there == FREE) {
        low = middle;
      } else {
        high = middle;
        met = there;
      }
    }
    return high;
  }

  private byte along(int k, double dx, double dy, double part) {
    point[0] = folded(0, grid.axis(0).centre(k / grid.ny) + part * dx * grid.hx());
    if (point.length == 2) {
      point[1] = folded(1, grid.axis(1).centre(k % grid.ny) + part * dy * grid.hy());
    }
    return at(point);
  }

  private double folded(int a, double v) {
    CellAxis axis = grid.axis(a);
    if (axis.periodic() && (v < axis.from() || v >= axis.to())) {
      double width = axis.to() - axis.from();
      return v - width * Math.floor((v - axis.from()) / width);
    }
    return v;
  }

  private byte at(double[] x) {
    return target.test(x) ? TARGET : other.test(x) ? OTHER : FREE;
  }
}
