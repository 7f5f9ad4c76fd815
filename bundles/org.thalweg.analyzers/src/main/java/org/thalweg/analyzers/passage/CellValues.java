package org.thalweg.analyzers.passage;

import java.util.List;
import org.thalweg.api.analysis.GridAxis;

/**
 * Values at the centres of a grid's cells, read between them by polynomials through up to four
 * centres along each axis, so that what is extrapolated from two grids stays so.
 *
 * <p>Cells that are not usable, or infinite, are never read: near them the centres are chosen to
 * the other side, and fewer where there is no room.
 */
final class CellValues {
  private static final int MOST = 4;

  private final List<GridAxis> axes;
  private final boolean[] periodic;
  private final double[] values;
  private final boolean[] usable;
  private final int[] shape;

  /**
   * Values; nothing is copied.
   *
   * @param axes the grid
   * @param periodic which axes close
   * @param values one value per cell, the last axis running fastest
   * @param usable which cells may be read
   */
  CellValues(List<GridAxis> axes, boolean[] periodic, double[] values, boolean[] usable) {
    this.axes = axes;
    this.periodic = periodic;
    this.values = values;
    this.usable = usable;
    shape = axes.stream().mapToInt(GridAxis::cells).toArray();
  }

  /** The value at a point of the domain; not-a-number where no cell near it is usable. */
  double at(double[] x) {
    double[] place = new double[shape.length];
    for (int a = 0; a < place.length; a++) {
      place[a] = (x[a] - axes.get(a).from()) / axes.get(a).width() - 0.5;
    }
    int[] first = new int[shape.length];
    if (Double.isInfinite(values[nearest(place)])) {
      return Double.POSITIVE_INFINITY;
    }
    for (int points = MOST; points > 1; points--) {
      for (int away = 0; away <= 2 * shape.length; away++) {
        if (room(place, points, away, 0, first)) {
          return polynomial(place, points, first);
        }
      }
    }
    for (int away = 0; away <= 2 * shape.length; away++) {
      if (room(place, 1, away, 0, first)) {
        return polynomial(place, 1, first);
      }
    }
    return Double.NaN;
  }

  private int nearest(double[] place) {
    int k = 0;
    for (int a = 0; a < shape.length; a++) {
      long i = Math.round(place[a]);
      k = k * shape[a] + (int) Math.max(0, Math.min(shape[a] - 1L, i));
    }
    return k;
  }

  /** The number of centres along an axis, which may not have as many. */
  private int along(int axis, int points) {
    return Math.min(points, shape[axis]);
  }

  private int together(int points) {
    int all = 1;
    for (int a = 0; a < shape.length; a++) {
      all *= along(a, points);
    }
    return all;
  }

  /** Finds usable centres whose middle is so many cells away, over all axes together. */
  private boolean room(double[] place, int points, int away, int axis, int[] first) {
    if (axis == shape.length) {
      return away == 0 && usable(points, first);
    }
    int here = along(axis, points);
    int middle = (int) Math.floor(place[axis] - (here - 2) / 2.0);
    for (int m = 0; m <= Math.min(2, away); m++) {
      for (int side = -1; side <= (m == 0 ? -1 : 1); side += 2) {
        first[axis] = middle + side * m;
        boolean inside = periodic[axis] || (first[axis] >= 0 && first[axis] + here <= shape[axis]);
        if (inside && room(place, points, away - m, axis + 1, first)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean usable(int points, int[] first) {
    int all = together(points);
    for (int n = 0; n < all; n++) {
      int k = cell(n, points, first);
      if (!usable[k] || Double.isInfinite(values[k])) {
        return false;
      }
    }
    return true;
  }

  private int cell(int n, int points, int[] first) {
    int k = 0;
    int rest = n;
    for (int a = 0; a < shape.length; a++) {
      int here = along(a, points);
      k = k * shape[a] + Math.floorMod(first[a] + rest % here, shape[a]);
      rest /= here;
    }
    return k;
  }

  private double polynomial(double[] place, int points, int[] first) {
    int all = together(points);
    double sum = 0;
    for (int n = 0; n < all; n++) {
      double weight = 1;
      int rest = n;
      for (int a = 0; a < shape.length; a++) {
        int here = along(a, points);
        weight *= lagrange(place[a] - first[a], rest % here, here);
        rest /= here;
      }
      sum += weight * values[cell(n, points, first)];
    }
    return sum;
  }

  private static double lagrange(double u, int i, int points) {
    double product = 1;
    for (int j = 0; j < points; j++) {
      if (j != i) {
        product *= (u - j) / (i - j);
      }
    }
    return product;
  }
}
