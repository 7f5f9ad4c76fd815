package org.thalweg.fokkerplanck;

/**
 * Jump rates along one direction of the grid, so that an operator can be split into families of
 * lines, each of which is a tridiagonal system.
 */
final class DirectionalRates {
  /** Offset of a forward jump, in cells. */
  final int dx;

  /** Offset of a forward jump, in cells. */
  final int dy;

  /** Rate from cell k to k + (dx, dy), 1/time; 0 where that cell does not exist. */
  final double[] forward;

  /** Rate from cell k to k - (dx, dy). */
  final double[] backward;

  /** True if some cell loses probability across an end; else the next two are null. */
  boolean leaks;

  /** Rate at which cell k loses probability across the lower end of this direction's axis. */
  double[] killingLow;

  /** Rate at which cell k loses probability across the upper end. */
  double[] killingHigh;

  /** Number of the lower end among all sides: 0 for x, 2 for y. */
  final int side;

  private double fastest = -1;

  DirectionalRates(int dx, int dy, int cells) {
    this.dx = dx;
    this.dy = dy;
    forward = new double[cells];
    backward = new double[cells];
    side = dx != 0 ? 0 : 2;
  }

  /** Adds a loss of cell k through the lower or the upper end. */
  void kill(boolean upper, int k, double rate) {
    if (!leaks) {
      killingLow = new double[forward.length];
      killingHigh = new double[forward.length];
      leaks = true;
    }
    (upper ? killingHigh : killingLow)[k] += rate;
  }

  /** Rate at which cell k is left along this direction, losses included. */
  double exitRate(int k) {
    double rate = forward[k] + backward[k];
    return leaks ? rate + (killingLow[k] + killingHigh[k]) : rate;
  }

  /** Largest exit rate of all cells, 1/time; the rates must not change afterwards. */
  double fastest() {
    if (fastest < 0) {
      double most = 0;
      for (int k = 0; k < forward.length; k++) {
        most = Math.max(most, exitRate(k));
      }
      fastest = most;
    }
    return fastest;
  }

  boolean empty() {
    if (leaks) {
      return false;
    }
    for (int k = 0; k < forward.length; k++) {
      if (forward[k] != 0 || backward[k] != 0) {
        return false;
      }
    }
    return true;
  }
}
