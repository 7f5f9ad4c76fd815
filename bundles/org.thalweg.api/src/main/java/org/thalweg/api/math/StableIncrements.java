package org.thalweg.api.math;

import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;

/**
 * Makes stable increments of a source of uniform numbers, for whoever implements {@link
 * Draws#stableIncrements}; it owns the second block that {@link StableNumbers} asks for.
 */
public final class StableIncrements {
  private Block others;

  /**
   * Fills a block with increments of a symmetric alpha-stable motion over a time.
   *
   * @param draws where the uniform numbers come from: first those of the block, then as many again
   * @param alpha the stable index, above 0 and at most 2
   * @param h the time; increments scale as h^(1/alpha)
   * @param out set to the increments
   */
  public void draw(Draws draws, double alpha, double h, Block out) {
    if (others == null || others.rows() != out.rows() || others.walkers() != out.walkers()) {
      others = Block.like(out.rows(), out);
    }
    draws.uniforms(out);
    draws.uniforms(others);
    StableNumbers.transform(alpha, Math.pow(h, 1 / alpha), out, others);
  }
}
