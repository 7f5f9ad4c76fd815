package org.thalweg.fokkerplanck;

/**
 * The net flow of probability through every face of the cells: a generator's jumps led from cell to
 * neighbouring cell, so that what a cell loses is exactly what leaves through its faces.
 *
 * <p>A jump along both axes goes half by way of one axis first and half by way of the other. Both
 * ways together are symmetric about the jump's middle, so that flow over face is the current at the
 * face's middle to second order in the width.
 */
final class FaceFlows {
  private final Grid grid;

  /** Net flow up through face ix of row iy, at ix * ny + iy, 1/time; faces 0 to nx. */
  final double[] x;

  /** Net flow up through face iy of column ix, at ix * (ny + 1) + iy; empty in one dimension. */
  final double[] y;

  /** All jumps of all cells together, 1/time: what rounding is measured by. */
  private double traffic;

  /** Flow out through absorbing edges, 1/time. */
  private double absorbed;

  /**
   * Leads all jumps.
   *
   * @param generator the jumps
   * @param density P in every cell
   */
  FaceFlows(Generator generator, double[] density) {
    grid = generator.grid;
    x = new double[(grid.nx + 1) * grid.ny];
    y = new double[grid.dim() == 2 ? grid.nx * (grid.ny + 1) : 0];
    double volume = grid.cellVolume();
    for (int k = 0; k < grid.cells(); k++) {
      double mass = density[k] * volume;
      for (int e = generator.start[k]; e < generator.start[k + 1]; e++) {
        double flow = generator.rate[e] * mass;
        traffic += Math.abs(flow);
        jump(k, generator.target[e], flow);
      }
      absorb(generator, k, mass);
    }
    close();
  }

  double traffic() {
    return traffic;
  }

  double absorbed() {
    return absorbed;
  }

  /** The flow that enters cell k less the flow that leaves it: d(mass)/dt. */
  double change(int k) {
    int ix = k / grid.ny;
    int iy = k % grid.ny;
    double change = x[k] - x[k + grid.ny];
    if (grid.dim() == 2) {
      int below = ix * (grid.ny + 1) + iy;
      change += y[below] - y[below + 1];
    }
    return change;
  }

  private void jump(int from, int to, double flow) {
    int ix = from / grid.ny;
    int iy = from % grid.ny;
    int dx = shortWay(0, to / grid.ny - ix);
    int dy = grid.dim() == 2 ? shortWay(1, to % grid.ny - iy) : 0;
    if (dx == 0 || dy == 0) {
      alongX(ix, iy, dx, flow);
      alongY(ix, iy, dy, flow);
      return;
    }
    alongX(ix, iy, dx, flow / 2);
    alongY(wrapped(ix + dx, grid.nx), iy, dy, flow / 2);
    alongY(ix, iy, dy, flow / 2);
    alongX(ix, wrapped(iy + dy, grid.ny), dx, flow / 2);
  }

  private int shortWay(int a, int d) {
    CellAxis axis = grid.axis(a);
    if (!axis.periodic() || 2 * Math.abs(d) <= axis.cells()) {
      return d;
    }
    return d > 0 ? d - axis.cells() : d + axis.cells();
  }

  private static int wrapped(int i, int n) {
    return Math.floorMod(i, n);
  }

  private void alongX(int ix, int iy, int d, double flow) {
    for (int s = 0; s < Math.abs(d); s++) {
      x[face(0, ix, d, s) * grid.ny + iy] += d > 0 ? flow : -flow;
    }
  }

  private void alongY(int ix, int iy, int d, double flow) {
    for (int s = 0; s < Math.abs(d); s++) {
      y[ix * (grid.ny + 1) + face(1, iy, d, s)] += d > 0 ? flow : -flow;
    }
  }

  /** The face that a way from cell i, d cells long, crosses after s others. */
  private int face(int a, int i, int d, int s) {
    int face = d > 0 ? i + s + 1 : i - s;
    return grid.axis(a).periodic() ? wrapped(face, grid.axis(a).cells()) : face;
  }

  private void absorb(Generator generator, int k, double mass) {
    int ix = k / grid.ny;
    int iy = k % grid.ny;
    for (int side = 0; side < generator.killing.length; side++) {
      if (generator.killing[side] != null && generator.killing[side][k] != 0) {
        double flow = generator.killing[side][k] * mass;
        absorbed += flow;
        switch (side) {
          case 0 -> alongX(ix, iy, -ix - 1, flow);
          case 1 -> alongX(ix, iy, grid.nx - ix, flow);
          case 2 -> alongY(ix, iy, -iy - 1, flow);
          default -> alongY(ix, iy, grid.ny - iy, flow);
        }
      }
    }
  }

  /** The last face of a periodic axis is its first. */
  private void close() {
    if (grid.axis(0).periodic()) {
      System.arraycopy(x, 0, x, grid.nx * grid.ny, grid.ny);
    }
    if (grid.dim() == 2 && grid.axis(1).periodic()) {
      for (int ix = 0; ix < grid.nx; ix++) {
        y[ix * (grid.ny + 1) + grid.ny] = y[ix * (grid.ny + 1)];
      }
    }
  }
}
