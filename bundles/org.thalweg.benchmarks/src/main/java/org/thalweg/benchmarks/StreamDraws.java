package org.thalweg.benchmarks;

import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.engine.random.RandomStream;

/** Draws from a stream as the engine does. */
record StreamDraws(RandomStream stream) implements Draws {
  @Override
  public void normals(Block out) {
    for (int l = 0; l < out.lines(); l++) {
      stream.normals(out.line(l), out.line(l).length);
    }
  }

  @Override
  public void increments(double h, Block out) {
    double scale = Math.sqrt(h);
    for (int l = 0; l < out.lines(); l++) {
      stream.normals(scale, out.line(l), out.line(l).length);
    }
  }

  @Override
  public void uniforms(Block out) {
    for (int l = 0; l < out.lines(); l++) {
      stream.uniforms(out.line(l), out.line(l).length);
    }
  }

  @Override
  public void indices(int bound, int[][] out) {
    for (int[] batch : out) {
      stream.indices(bound, batch, batch.length);
    }
  }
}
