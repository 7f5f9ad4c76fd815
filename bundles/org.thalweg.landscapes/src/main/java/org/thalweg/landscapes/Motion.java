package org.thalweg.landscapes;

import org.thalweg.api.block.Block;

/**
 * A rigid motion that carries a landscape to another place; inwards is from the moved landscape's
 * coordinates to the original's. Outputs are no inputs.
 */
interface Motion {
  /** A point of the moved landscape in the original's coordinates. */
  void pointInwards(double[] x, double[] out);

  /** A point of the original in the moved landscape's coordinates. */
  void pointOutwards(double[] x, double[] out);

  /** A direction, inwards. */
  void vectorInwards(double[] v, double[] out);

  /** A direction or gradient, outwards. */
  void vectorOutwards(double[] v, double[] out);

  /** Points inwards, for blocks with a line per coordinate. */
  void rowsOfPointsInwards(Block x, Block out);

  /** Directions inwards, for blocks with a line per coordinate. */
  void rowsOfVectorsInwards(Block v, Block out);

  /** Gradients outwards, for blocks with a line per coordinate. */
  void rowsOfVectorsOutwards(Block v, Block out);

  /** Points inwards. */
  default void pointsInwards(Block x, Block out) {
    if (x.byCoordinate()) {
      rowsOfPointsInwards(x, out);
      return;
    }
    for (int w = 0; w < x.walkers(); w++) {
      pointInwards(x.line(w), out.line(w));
    }
  }

  /** Directions inwards. */
  default void vectorsInwards(Block v, Block out) {
    if (v.byCoordinate()) {
      rowsOfVectorsInwards(v, out);
      return;
    }
    for (int w = 0; w < v.walkers(); w++) {
      vectorInwards(v.line(w), out.line(w));
    }
  }

  /** Gradients outwards. */
  default void vectorsOutwards(Block v, Block out) {
    if (v.byCoordinate()) {
      rowsOfVectorsOutwards(v, out);
      return;
    }
    for (int w = 0; w < v.walkers(); w++) {
      vectorOutwards(v.line(w), out.line(w));
    }
  }
}
