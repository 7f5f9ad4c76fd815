package org.thalweg.engine.ensemble;

import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.math.StableIncrements;
import org.thalweg.engine.random.RandomStream;

/** Draws for one chunk from its random stream, line by line. */
final class ChunkDraws implements Draws {
  private final RandomStream stream;
  private final StableIncrements stable = new StableIncrements();

  ChunkDraws(RandomStream stream) {
    this.stream = stream;
  }

  @Override
  public void normals(Block out) {
    for (int l = 0; l < out.lines(); l++) {
      double[] line = out.line(l);
      stream.normals(line, line.length);
    }
  }

  @Override
  public void increments(double h, Block out) {
    double scale = Math.sqrt(h);
    for (int l = 0; l < out.lines(); l++) {
      double[] line = out.line(l);
      stream.normals(scale, line, line.length);
    }
  }

  @Override
  public void stableIncrements(double alpha, double h, Block out) {
    stable.draw(this, alpha, h, out);
  }

  @Override
  public void uniforms(Block out) {
    for (int l = 0; l < out.lines(); l++) {
      double[] line = out.line(l);
      stream.uniforms(line, line.length);
    }
  }

  @Override
  public void indices(int bound, int[][] out) {
    for (int[] batch : out) {
      stream.indices(bound, batch, batch.length);
    }
  }
}
