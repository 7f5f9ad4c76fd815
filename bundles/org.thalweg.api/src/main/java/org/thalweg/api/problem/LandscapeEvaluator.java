package org.thalweg.api.problem;

import org.thalweg.api.block.Block;

/**
 * A landscape on blocks of walkers; it owns the scratch that this takes and serves one thread.
 *
 * <p>Contract: every method agrees with the landscape's scalar form within rounding, allocates
 * nothing, and its result for one walker does not depend on the other walkers of the block.
 */
public interface LandscapeEvaluator {
  /**
   * The losses.
   *
   * @param t the time
   * @param x the points
   * @param out set to one loss per walker
   */
  void values(double t, Block x, double[] out);

  /**
   * The gradients.
   *
   * @param t the time
   * @param x the points
   * @param out set to the gradients; not x
   */
  void gradients(double t, Block x, Block out);

  /**
   * The products of each walker's Hessian with its vector.
   *
   * @param t the time
   * @param x the points
   * @param v the vectors
   * @param out set to H(x) v; neither x nor v
   */
  void hessianVectors(double t, Block x, Block v, Block out);

  /**
   * Gradients linearised about each point: grad L(x) + H(x) s, which a landscape whose gradient and
   * Hessian share most of their work may give for the price of one.
   *
   * @param t the time
   * @param x the points
   * @param s the shifts
   * @param out set to grad L(x) + H(x) s, the sum rounded once; neither x nor s
   * @param scratch a block like the others, overwritten
   */
  default void linearisedGradients(double t, Block x, Block s, Block out, Block scratch) {
    gradients(t, x, out);
    hessianVectors(t, x, s, scratch);
    for (int l = 0; l < out.lines(); l++) {
      double[] sum = out.line(l);
      double[] product = scratch.line(l);
      for (int j = 0; j < sum.length; j++) {
        sum[j] += product[j];
      }
    }
  }
}
