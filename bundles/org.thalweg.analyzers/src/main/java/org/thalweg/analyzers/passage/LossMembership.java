package org.thalweg.analyzers.passage;

import org.thalweg.api.block.Block;
import org.thalweg.api.problem.LandscapeEvaluator;

/**
 * Tells which walkers are on one side of a level of the loss.
 *
 * @param evaluator the chunk's own
 * @param losses scratch, one number per walker
 * @param below whether below the level
 * @param level the level
 */
record LossMembership(LandscapeEvaluator evaluator, double[] losses, boolean below, double level)
    implements Membership {
  @Override
  public void prepare(double t, Block x) {
    evaluator.values(t, x, losses);
  }

  @Override
  public boolean contains(Block x, int walker) {
    return below ? losses[walker] <= level : losses[walker] >= level;
  }
}
