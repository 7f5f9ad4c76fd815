package org.thalweg.analyzers.passage;

import org.thalweg.api.block.Block;

/** Tells which walkers of one chunk are inside a region; it allocates nothing. */
interface Membership {
  /**
   * Prepares for a block; called once before the walkers are asked for.
   *
   * @param t the time
   * @param span how long nobody looked, zero at the start
   * @param x the points
   */
  void prepare(double t, double span, Block x);

  /**
   * Whether a walker is inside.
   *
   * @param x the points
   * @param walker its number in the chunk, of one that walks
   * @return true inside the region or on its bounds
   */
  boolean contains(Block x, int walker);
}
