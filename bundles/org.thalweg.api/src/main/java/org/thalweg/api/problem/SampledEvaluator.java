package org.thalweg.api.problem;

import org.thalweg.api.block.Block;

/** A sampled landscape on blocks of walkers, with one minibatch per walker. */
public interface SampledEvaluator extends LandscapeEvaluator {
  /**
   * The gradients of each walker's minibatch loss, the mean over its batch.
   *
   * @param t the time
   * @param x the points
   * @param batches the indices of the samples, one array per walker
   * @param out set to the gradients; not x
   */
  void batchGradients(double t, Block x, int[][] batches, Block out);
}
