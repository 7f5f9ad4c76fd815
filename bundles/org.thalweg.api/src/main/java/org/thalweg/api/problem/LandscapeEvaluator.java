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
   * Gradients and Hessian products at the same points, which often share most of their work.
   *
   * @param t the time
   * @param x the points
   * @param v the vectors
   * @param gradients set to the gradients; neither x nor v
   * @param products set to H(x) v; neither x, v nor the gradients
   */
  default void gradientsAndHessianVectors(
      double t, Block x, Block v, Block gradients, Block products) {
    gradients(t, x, gradients);
    hessianVectors(t, x, v, products);
  }
}
