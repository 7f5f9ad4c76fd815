package org.thalweg.testkit;

import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.block.Layout;

/**
 * Brownian paths on a fine grid of times that schemes with different steps share, so that their
 * errors can be compared path by path.
 *
 * <p>A coarse step sees the sum of the fine increments that it spans.
 */
public final class BrownianPath {
  private final double fineStep;
  private final Block[] increments;

  /**
   * Draws paths.
   *
   * @param channels the number of independent motions per walker
   * @param walkers the number of walkers
   * @param layout the layout of the blocks that will ask
   * @param fineStep the length of a fine step (time)
   * @param steps the number of fine steps
   * @param seed the seed
   */
  public BrownianPath(
      int channels, int walkers, Layout layout, double fineStep, int steps, long seed) {
    this.fineStep = fineStep;
    this.increments = new Block[steps];
    TestDraws draws = new TestDraws(seed);
    for (int k = 0; k < steps; k++) {
      increments[k] = new Block(channels, walkers, layout);
      draws.increments(fineStep, increments[k]);
    }
  }

  /**
   * The motion's value at the end, for exact solutions.
   *
   * @param channel the motion
   * @param walker the walker
   * @return W(steps times the fine step)
   */
  public double end(int channel, int walker) {
    double sum = 0;
    for (Block step : increments) {
      sum += step.get(channel, walker);
    }
    return sum;
  }

  /**
   * Walks along the paths from their beginning.
   *
   * @return draws whose increments are sums of fine ones; steps must be whole multiples of the fine
   *     step; other numbers come from a stream of their own
   */
  public Draws draws() {
    return new Walk();
  }

  private final class Walk implements Draws {
    private final TestDraws others = new TestDraws(1);
    private int next;

    @Override
    public void increments(double h, Block out) {
      int count = Math.toIntExact(Math.round(h / fineStep));
      if (count < 1 || Math.abs(count * fineStep - h) > 1e-9 * h) {
        throw new IllegalArgumentException(
            "step " + h + " is no multiple of the path's fine step " + fineStep);
      }
      if (next + count > increments.length) {
        throw new IllegalStateException("the path ends after " + increments.length + " steps");
      }
      out.fill(0);
      for (int k = 0; k < count; k++) {
        add(increments[next + k], out);
      }
      next += count;
    }

    private void add(Block step, Block out) {
      for (int l = 0; l < out.lines(); l++) {
        double[] a = step.line(l);
        double[] b = out.line(l);
        for (int j = 0; j < b.length; j++) {
          b[j] += a[j];
        }
      }
    }

    @Override
    public void normals(Block out) {
      others.normals(out);
    }

    @Override
    public void uniforms(Block out) {
      others.uniforms(out);
    }

    @Override
    public void indices(int bound, int[][] out) {
      others.indices(bound, out);
    }
  }
}
