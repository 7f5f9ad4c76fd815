package org.thalweg.api.block;

import org.thalweg.api.math.StableIncrements;

/**
 * The random numbers of one chunk for one step.
 *
 * <p>The engine draws for every walker of the chunk, also for those that have left, so that the
 * stream never shifts. A plugin has no other source of randomness.
 */
public interface Draws {
  /**
   * Standard normal numbers.
   *
   * @param out filled; any number of rows
   */
  void normals(Block out);

  /**
   * Increments of independent standard Brownian motions over a time h: normal, variance h.
   *
   * <p>This is the entry through which methods share one Brownian path; a coarse step then sees the
   * sum of the fine ones.
   *
   * @param h the length of the step (time)
   * @param out filled; one row per channel of noise
   */
  void increments(double h, Block out);

  /**
   * Increments of independent standard symmetric alpha-stable motions over a time h: characteristic
   * function exp(-h |k|^alpha), so that they scale as h^(1/alpha); at alpha = 2 their variance is
   * 2h.
   *
   * <p>The default makes them from {@link #uniforms}, and a block of scratch each time.
   *
   * @param alpha the stable index, above 0 and at most 2
   * @param h the length of the step (time)
   * @param out filled; one row per channel of noise
   */
  default void stableIncrements(double alpha, double h, Block out) {
    new StableIncrements().draw(this, alpha, h, out);
  }

  /**
   * Uniform numbers, in the open interval (0, 1).
   *
   * @param out filled; any number of rows
   */
  void uniforms(Block out);

  /**
   * Uniform indices, independent and with replacement.
   *
   * @param bound one more than the largest index
   * @param out filled; one array per walker
   */
  void indices(int bound, int[][] out);
}
