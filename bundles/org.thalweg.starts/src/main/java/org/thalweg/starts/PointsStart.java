package org.thalweg.starts;

import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.problem.Start;

/** Walkers begin at points of a list, in turn or at random. */
final class PointsStart implements Start {
  private final double[][] points;
  private final Order order;

  /**
   * Takes a list, which is not copied.
   *
   * @param points at least one
   * @param order which walker takes which
   */
  PointsStart(double[][] points, Order order) {
    this.points = points;
    this.order = order;
  }

  @Override
  public void sample(Draws draws, Block x) {
    sample(0, draws, x);
  }

  @Override
  public void sample(long first, Draws draws, Block x) {
    if (order == Order.RANDOM) {
      int[][] rows = new int[x.walkers()][1];
      draws.indices(points.length, rows);
      for (int w = 0; w < x.walkers(); w++) {
        x.setPoint(w, points[rows[w][0]]);
      }
      return;
    }
    for (int w = 0; w < x.walkers(); w++) {
      x.setPoint(w, points[(int) ((first + w) % points.length)]);
    }
  }
}
