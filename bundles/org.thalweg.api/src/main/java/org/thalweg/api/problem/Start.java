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

  /**
   * Draws the starting points of a chunk; the engine calls this form. Starts that give certain
   * walkers certain points override it, for the others a walker's number means nothing.
   *
   * @param first the number of the chunk's first walker, from 0
   * @param draws the random numbers
   * @param x set to one point per walker
   */
  default void sample(long first, Draws draws, Block x) {
    sample(draws, x);
  }
}
