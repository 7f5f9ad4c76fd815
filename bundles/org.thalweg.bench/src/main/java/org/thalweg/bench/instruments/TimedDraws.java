package org.thalweg.bench.instruments;

import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;

/** Times the drawing of random numbers. */
record TimedDraws(Draws draws, Stopwatch watch) implements Draws {
  @Override
  public void normals(Block out) {
    watch.enter(Part.DRAWING);
    draws.normals(out);
    watch.exit();
  }

  @Override
  public void increments(double h, Block out) {
    watch.enter(Part.DRAWING);
    draws.increments(h, out);
    watch.exit();
  }

  @Override
  public void stableIncrements(double alpha, double h, Block out) {
    watch.enter(Part.DRAWING);
    draws.stableIncrements(alpha, h, out);
    watch.exit();
  }

  @Override
  public void uniforms(Block out) {
    watch.enter(Part.DRAWING);
    draws.uniforms(out);
    watch.exit();
  }

  @Override
  public void indices(int bound, int[][] out) {
    watch.enter(Part.DRAWING);
    draws.indices(bound, out);
    watch.exit();
  }
}
