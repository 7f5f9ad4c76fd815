package org.thalweg.api.problem;

import org.thalweg.api.block.Block;

/**
 * A landscape of squared errors, L = (1/2N) sum_n |f_n(theta) - y_n|^2 over N samples with labels
 * y_n, whose labels can be perturbed.
 *
 * <p>A perturbation e of the labels, one number for each label of each sample, changes the gradient
 * by -J^T e / N, where J holds the gradients of the outputs f.
 */
public interface LabelledLandscape extends Landscape {
  /**
   * The number of labels.
   *
   * @return samples times outputs
   * @throws ArithmeticException if they are more than 2^31 - 1
   */
  int labels();

  /**
   * Makes the transposed Jacobian of the outputs for blocks of walkers.
   *
   * @param walkers the number of walkers of the blocks
   * @return a new one, for one thread at a time
   */
  OutputJacobian jacobian(int walkers);

  /** J^T / N on blocks of walkers; it owns the scratch that this takes. */
  @FunctionalInterface
  interface OutputJacobian {
    /**
     * Applies J^T / N.
     *
     * @param t the time
     * @param x the points
     * @param e one row per label
     * @param out set to J(x)^T e / N, one row per parameter; neither x nor e
     */
    void transposed(double t, Block x, Block e, Block out);
  }
}
