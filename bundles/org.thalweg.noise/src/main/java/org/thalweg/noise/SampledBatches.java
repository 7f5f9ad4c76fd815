package org.thalweg.noise;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.problem.MinibatchNoise;
import org.thalweg.api.problem.MinibatchSampler;
import org.thalweg.api.problem.SampledEvaluator;
import org.thalweg.api.problem.SampledLandscape;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Traits;

/**
 * Real minibatches, one for each walker and step, independent of each other.
 *
 * @param landscape the mean over a data set
 * @param batch the batch size B, rounded to a whole number
 * @param distinct whether the samples of one batch are; batches are then at most the whole data set
 */
record SampledBatches(SampledLandscape landscape, Schedule batch, boolean distinct)
    implements MinibatchNoise {
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
        "minibatches of real samples have a factor with one channel per sample, too many above "
            + Minibatch.MOST_CHANNELS
            + " samples; use discrete SGD, fewer samples, or a noise that models minibatches");
  }

  @Override
  public MinibatchSampler sampler(int walkers) {
    return distinct
        ? new DistinctSampler(this, walkers)
        : new IndependentSampler(landscape, batch, walkers);
  }

  /** The batch size at a time. */
  int size(double t) {
    int size = size(batch, t);
    return distinct ? Math.min(size, landscape.samples()) : size;
  }

  /** A batch size as a whole number. */
  static int size(Schedule batch, double t) {
    return Math.toIntExact(Math.max(1, Math.round(batch.at(t))));
  }

  @Override
  public OptionalDouble sampleShare(double t) {
    return OptionalDouble.of(share(t));
  }

  /** The covariance of g as a multiple of that of the samples' gradients. */
  double share(double t) {
    double size = size(t);
    double n = landscape.samples();
    if (!distinct) {
      return 1 / size;
    }
    return size == n ? 0 : (n - size) / (n - 1) / size;
  }

  /** Keeps the indices, for as long as the batch size stays the same. */
  private static final class IndependentSampler implements MinibatchSampler {
    private final SampledLandscape landscape;
    private final SampledEvaluator evaluator;
    private final Schedule batch;
    private final int walkers;
    private int[][] indices = {};

    IndependentSampler(SampledLandscape landscape, Schedule batch, int walkers) {
      this.landscape = landscape;
      this.evaluator = landscape.evaluator(walkers);
      this.batch = batch;
      this.walkers = walkers;
    }

    @Override
    public void gradients(double t, Block x, List<Block> memory, Draws draws, Block out) {
      int size = size(batch, t);
      if (indices.length == 0 || indices[0].length != size) {
        indices = new int[walkers][size];
      }
      draws.indices(landscape.samples(), indices);
      evaluator.batchGradients(t, x, indices, out);
    }
  }
}
