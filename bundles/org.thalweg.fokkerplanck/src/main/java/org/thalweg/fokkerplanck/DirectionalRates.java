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

  /** Rate at which cell k loses probability across the lower end of this direction's axis. */
  final double[] killingLow;

  /** Rate at which cell k loses probability across the upper end. */
  final double[] killingHigh;

  /** Number of the lower end among all sides: 0 for x, 2 for y. */
  final int side;

  DirectionalRates(int dx, int dy, int cells) {
    this.dx = dx;
    this.dy = dy;
    forward = new double[cells];
    backward = new double[cells];
    killingLow = new double[cells];
    killingHigh = new double[cells];
    side = dx != 0 ? 0 : 2;
  }

  boolean empty() {
    for (int k = 0; k < forward.length; k++) {
      if (forward[k] != 0 || backward[k] != 0 || killingLow[k] != 0 || killingHigh[k] != 0) {
        return false;
      }
    }
    return true;
  }
}
