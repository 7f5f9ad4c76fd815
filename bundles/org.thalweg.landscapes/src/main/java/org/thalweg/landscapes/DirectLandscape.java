package org.thalweg.landscapes;

import org.thalweg.api.block.Block;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeEvaluator;

/**
 * A landscape whose loops over walkers need no scratch, so that it is its own evaluator; blocks
 * with a line per walker go through the scalar form, the line being the point.
 */
interface DirectLandscape extends Landscape, LandscapeEvaluator {
  /** The losses, for a block with a line per coordinate. */
  void valuesByRow(Block x, double[] out);

  /** The gradients, for blocks with a line per coordinate. */
  void gradientsByRow(Block x, Block out);

  /** The Hessian-vector products, for blocks with a line per coordinate. */
  void hessianVectorsByRow(Block x, Block v, Block out);

  @Override
  default LandscapeEvaluator evaluator(int walkers) {
    return this;
  }

  @Override
  default void values(double t, Block x, double[] out) {
    if (x.byCoordinate()) {
      valuesByRow(x, out);
      return;
    }
    for (int w = 0; w < x.walkers(); w++) {
      out[w] = value(x.line(w));
    }
  }

  @Override
  default void gradients(double t, Block x, Block out) {
    if (x.byCoordinate()) {
      gradientsByRow(x, out);
      return;
    }
    for (int w = 0; w < x.walkers(); w++) {
      gradient(x.line(w), out.line(w));
    }
  }

  @Override
  default void hessianVectors(double t, Block x, Block v, Block out) {
    if (x.byCoordinate()) {
      hessianVectorsByRow(x, v, out);
      return;
    }
    for (int w = 0; w < x.walkers(); w++) {
      hessianVector(x.line(w), v.line(w), out.line(w));
    }
  }
}
