package org.thalweg.noise;

import java.util.List;
import java.util.Optional;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.problem.MinibatchNoise;
import org.thalweg.api.problem.MinibatchSampler;
import org.thalweg.api.problem.SampledEvaluator;
import org.thalweg.api.problem.SampledLandscape;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Traits;

/**
 * Real minibatches, one for each walker and step.
 *
 * <p>The covariance would take the gradient of every sample at every point, and the methods that
 * use one need a factor of it besides; so there is none.
 *
 * @param landscape the mean over a data set
 * @param batch the batch size B, rounded to a whole number
 */
record SampledBatches(SampledLandscape landscape, Schedule batch) implements MinibatchNoise {
  @Override
  public Traits traits() {
    return new Traits(false, Traits.Form.FULL, false);
  }

  @Override
  public int channels() {
    return 0;
  }

  @Override
  public Optional<String> noDiffusion() {
    return Optional.of(
        "minibatches of real samples have a covariance that only a pass over the whole data set at"
            + " every point would give; use discrete SGD, or a noise that models minibatches");
  }

  @Override
  public MinibatchSampler sampler(int walkers) {
    return new Sampler(landscape, batch, walkers);
  }

  /** Keeps the indices, for as long as the batch size stays the same. */
  private static final class Sampler implements MinibatchSampler {
    private final SampledLandscape landscape;
    private final SampledEvaluator evaluator;
    private final Schedule batch;
    private final int walkers;
    private int[][] indices = {};

    Sampler(SampledLandscape landscape, Schedule batch, int walkers) {
      this.landscape = landscape;
      this.evaluator = landscape.evaluator(walkers);
      this.batch = batch;
      this.walkers = walkers;
    }

    @Override
    public void gradients(double t, Block x, List<Block> memory, Draws draws, Block out) {
      int size = Math.toIntExact(Math.max(1, Math.round(batch.at(t))));
      if (indices.length == 0 || indices[0].length != size) {
        indices = new int[walkers][size];
      }
      draws.indices(landscape.samples(), indices);
      evaluator.batchGradients(t, x, indices, out);
    }
  }
}
