package org.thalweg.bench.instruments;

import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.block.Layout;

/**
 * What the stopwatch itself costs, measured on a call that does nothing.
 *
 * @param own nanoseconds that one call adds to its own part
 * @param outer nanoseconds that it adds to the part around it
 */
record Cost(double own, double outer) {
  private static final int CALLS = 20_000;
  private static final int ROUNDS = 25;

  /** Measures it on this thread; the least of many rounds, for a pause can only add. */
  static Cost measured() {
    Stopwatch watch = new Stopwatch();
    Draws draws = new TimedDraws(new Nothing(), watch);
    Block block = new Block(1, 1, Layout.BY_COORDINATE);
    double own = Double.POSITIVE_INFINITY;
    double outer = Double.POSITIVE_INFINITY;
    for (int r = 0; r < ROUNDS; r++) {
      watch.reset();
      watch.enter(Part.STEP);
      for (int i = 0; i < CALLS; i++) {
        draws.normals(block);
      }
      watch.exit();
      own = Math.min(own, (double) watch.self(Part.DRAWING) / CALLS);
      outer = Math.min(outer, (double) watch.self(Part.STEP) / CALLS);
    }
    return new Cost(own, outer);
  }

  /** The seconds of a part without the stopwatch. */
  double seconds(Stopwatch watch, Part part) {
    double nanoseconds = watch.self(part) - own * watch.calls(part) - outer * watch.nested(part);
    return Math.max(0, nanoseconds) / 1e9;
  }

  /** Draws nothing. */
  private static final class Nothing implements Draws {
    @Override
    public void normals(Block out) {}

    @Override
    public void increments(double h, Block out) {}

    @Override
    public void uniforms(Block out) {}

    @Override
    public void indices(int bound, int[][] out) {}
  }
}
