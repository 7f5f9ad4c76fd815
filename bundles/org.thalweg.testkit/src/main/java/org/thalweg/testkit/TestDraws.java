package org.thalweg.testkit;

import java.util.SplittableRandom;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.math.StableIncrements;

/**
 * Random numbers for tests of plugins that run without the engine.
 *
 * <p>The same seed gives the same numbers; a block gets the same number at the same row and walker
 * whatever its layout.
 */
public final class TestDraws implements Draws {
  private final SplittableRandom random;
  private final StableIncrements stable = new StableIncrements();

  /**
   * Begins a stream.
   *
   * @param seed its seed
   */
  public TestDraws(long seed) {
    this.random = new SplittableRandom(seed);
  }

  @Override
  public void normals(Block out) {
    fillNormals(1, out);
  }

  @Override
  public void increments(double h, Block out) {
    fillNormals(Math.sqrt(h), out);
  }

  private void fillNormals(double scale, Block out) {
    if (out.byCoordinate()) {
      for (int l = 0; l < out.lines(); l++) {
        double[] line = out.line(l);
        for (int j = 0; j < line.length; j++) {
          line[j] = scale * random.nextGaussian();
        }
      }
    } else {
      for (int i = 0; i < out.rows(); i++) {
        for (int w = 0; w < out.walkers(); w++) {
          out.line(w)[i] = scale * random.nextGaussian();
        }
      }
    }
  }

  @Override
  public void stableIncrements(double alpha, double h, Block out) {
    stable.draw(this, alpha, h, out);
  }

  @Override
  public void uniforms(Block out) {
    for (int i = 0; i < out.rows(); i++) {
      for (int w = 0; w < out.walkers(); w++) {
        // 52 bits and a half: never 0, never 1.
        out.set(i, w, ((random.nextLong() >>> 12) + 0.5) * 0x1p-52);
      }
    }
  }

  @Override
  public void indices(int bound, int[][] out) {
    for (int[] batch : out) {
      for (int i = 0; i < batch.length; i++) {
        batch[i] = random.nextInt(bound);
      }
    }
  }
}
