package org.thalweg.engine.ensemble;

import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.problem.Start;
import org.thalweg.engine.random.RandomStream;

/** Draws a few starting points to look at before a run, from a stream that no method uses. */
public final class StartSample {
  private static final long KEY = StreamKey.of("start sample");

  private StartSample() {}

  /**
   * Draws starting points.
   *
   * @param start the start
   * @param dim the number of parameters
   * @param walkers the number of points
   * @param seed the experiment's seed
   * @return the points, one per walker
   */
  public static Block of(Start start, int dim, int walkers, long seed) {
    Block points = new Block(dim, walkers, Layout.of(dim));
    start.sample(0, new ChunkDraws(new RandomStream(seed, KEY, 0)), points);
    return points;
  }
}
