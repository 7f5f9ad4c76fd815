package org.thalweg.api.problem;

import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;

/** The distribution of starting points. */
public interface Start {
  /**
   * Draws starting points.
   *
   * @param draws the random numbers
   * @param x set to one point per walker
   */
  void sample(Draws draws, Block x);
}
