package org.thalweg.fokkerplanck;

/**
 * The stream function of flows through faces, summed up from corner to corner, where it has one
 * value.
 *
 * <p>It rises by a face's flow along that face. Around a cell the rises cancel if the cell's
 * content does not change; around a periodic axis they cancel if no net current flows along the
 * other one. So a ring between reflecting walls has a stream function however much flows around it,
 * and a torus only without net currents.
 */
final class StreamFunction {
  /** Imbalance by rounding, relative to all jumps. */
  private static final double ROUNDING = 1e-12;

  /**
   * Largest part of psi by which two ways to one corner may differ: a density that is this close to
   * its steady state is drawn as one.
   */
  private static final double DIFFERENCE = 0.01;

  private StreamFunction() {}

  /**
   * Psi at all corners, (nx + 1) (ny + 1) of them, zero at the first; empty if it has no one value,
   * or in one dimension.
   *
   * @param imbalance the sum of all cells' absolute changes, 1/time
   */
  static double[] of(Grid grid, FaceFlows flows, double imbalance) {
    if (grid.dim() == 1) {
      return new double[0];
    }
    int rows = grid.ny + 1;
    double[] psi = new double[(grid.nx + 1) * rows];
    double largest = 0;
    for (int ix = 0; ix <= grid.nx; ix++) {
      if (ix > 0) {
        psi[ix * rows] = psi[(ix - 1) * rows] - flows.y[(ix - 1) * rows];
      }
      for (int iy = 0; iy < grid.ny; iy++) {
        int at = ix * rows + iy;
        psi[at + 1] = psi[at] + flows.x[ix * grid.ny + iy];
        largest = Math.max(largest, Math.abs(psi[at + 1]));
      }
    }
    double rounding = ROUNDING * flows.traffic();
    // a way around some cells misses psi by what these gain, which all others lose
    boolean sources = imbalance / 2 > Math.max(rounding, DIFFERENCE * largest);
    boolean turns =
        grid.axis(0).periodic() && Math.abs(psi[grid.nx * rows]) > rounding
            || grid.axis(1).periodic() && Math.abs(psi[grid.ny]) > rounding;
    return sources || turns ? new double[0] : psi;
  }
}
