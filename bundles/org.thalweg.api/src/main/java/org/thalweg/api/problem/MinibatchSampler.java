package org.thalweg.api.problem;

import java.util.List;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;

/** Draws one minibatch gradient per walker. */
public interface MinibatchSampler {
  /**
   * Draws.
   *
   * @param t the time
   * @param x the points
   * @param memory the noise's memory, one block per entry of {@link NoiseModel#memory()}
   * @param draws the random numbers of this step
   * @param out set to the minibatch gradients, full gradient included; not x
   */
  void gradients(double t, Block x, List<Block> memory, Draws draws, Block out);
}
