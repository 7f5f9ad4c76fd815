package org.thalweg.fokkerplanck;

import org.thalweg.api.problem.Edge;

/**
 * One side of the rectangular grid, cut into equal cells, so that every other class can speak of
 * cell numbers only.
 *
 * @param from lower end, in units of position
 * @param to upper end
 * @param cells number of cells, at least 2 (3 if periodic)
 * @param lower what happens at the lower end
 * @param upper what happens at the upper end
 */
record CellAxis(double from, double to, int cells, Edge lower, Edge upper) {
  CellAxis {
    if (!(Double.isFinite(from) && Double.isFinite(to) && from < to)) {
      throw new IllegalArgumentException(
          "an axis needs finite ends in increasing order, not [" + from + ", " + to + "]");
    }
    if (lower == Edge.OPEN || upper == Edge.OPEN) {
      throw new IllegalArgumentException("a density on a grid needs an axis with two ends");
    }
    if ((lower == Edge.PERIODIC) != (upper == Edge.PERIODIC)) {
      throw new IllegalArgumentException("both ends of an axis are periodic, or neither is");
    }
    int least = lower == Edge.PERIODIC ? 3 : 2;
    if (cells < least) {
      throw new IllegalArgumentException(
          "an axis needs at least " + least + " cells, not " + cells);
    }
  }

  boolean periodic() {
    return lower == Edge.PERIODIC;
  }

  /** Width of one cell. */
  double width() {
    return (to - from) / cells;
  }

  /** Position of the centre of cell {@code i}. */
  double centre(int i) {
    return from + (i + 0.5) * (to - from) / cells;
  }

  /** The same interval and edges with another number of cells. */
  CellAxis withCells(int other) {
    return new CellAxis(from, to, other, lower, upper);
  }

  /**
   * Where a jump to cell {@code i} lands: inside, wrapped around or mirrored; -1 below an absorbing
   * lower end, -2 above an absorbing upper end.
   */
  int land(int i) {
    if (periodic()) {
      return Math.floorMod(i, cells);
    }
    int at = i;
    while (at < 0 || at >= cells) {
      if (at < 0) {
        if (lower == Edge.ABSORBING) {
          return -1;
        }
        at = -1 - at;
      } else {
        if (upper == Edge.ABSORBING) {
          return -2;
        }
        at = 2 * cells - 1 - at;
      }
    }
    return at;
  }
}
