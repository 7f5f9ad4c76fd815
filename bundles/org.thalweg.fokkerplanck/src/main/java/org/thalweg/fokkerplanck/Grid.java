package org.thalweg.fokkerplanck;

import org.thalweg.api.problem.Edge;

/**
 * The cells on which a density lives: one or two axes, cell number k = ix * ny + iy, so that both
 * dimensions share all code (a one-dimensional grid has ny = 1).
 */
final class Grid {
  /** Cells of the largest grid, so that the jumps of all cells stay within one array. */
  static final long MOST = 1 << 26;

  private final CellAxis[] axes;
  final int nx;
  final int ny;

  Grid(CellAxis... axes) {
    if (axes.length < 1 || axes.length > 2) {
      throw new IllegalArgumentException(
          "a density on a grid needs 1 or 2 dimensions, not " + axes.length);
    }
    this.axes = axes.clone();
    nx = axes[0].cells();
    ny = axes.length == 2 ? axes[1].cells() : 1;
    if ((long) nx * ny > MOST) {
      throw new IllegalArgumentException(
          "a grid of " + nx + " x " + ny + " cells is too large (at most " + MOST + ")");
    }
  }

  int dim() {
    return axes.length;
  }

  CellAxis axis(int a) {
    return axes[a];
  }

  int cells() {
    return nx * ny;
  }

  /** Width along x. */
  double hx() {
    return axes[0].width();
  }

  /** Width along y; 1 on a one-dimensional grid. */
  double hy() {
    return axes.length == 2 ? axes[1].width() : 1;
  }

  /** Length or area of one cell. */
  double cellVolume() {
    return hx() * hy();
  }

  /** Number of the cell in column {@code ix}, row {@code iy}. */
  int cell(int ix, int iy) {
    return ix * ny + iy;
  }

  /** Writes the centre of cell {@code k} to {@code out} (length dim). */
  void centre(int k, double[] out) {
    out[0] = axes[0].centre(k / ny);
    if (axes.length == 2) {
      out[1] = axes[1].centre(k % ny);
    }
  }

  /** Number of the cell that holds the point, or -1 outside. */
  int cellAt(double[] x) {
    int k = 0;
    for (int a = 0; a < axes.length; a++) {
      CellAxis axis = axes[a];
      if (!(x[a] >= axis.from() && x[a] <= axis.to())) {
        return -1;
      }
      int i = (int) ((x[a] - axis.from()) / axis.width());
      k = k * axis.cells() + Math.min(i, axis.cells() - 1);
    }
    return k;
  }

  /** The same domain with other numbers of cells. */
  Grid withCells(int... cells) {
    CellAxis[] other = new CellAxis[axes.length];
    for (int a = 0; a < axes.length; a++) {
      other[a] = axes[a].withCells(cells[a]);
    }
    return new Grid(other);
  }

  boolean absorbing() {
    for (CellAxis axis : axes) {
      if (axis.lower() == Edge.ABSORBING || axis.upper() == Edge.ABSORBING) {
        return true;
      }
    }
    return false;
  }
}
