package org.thalweg.noise;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.block.MemoryBlock;
import org.thalweg.api.problem.MinibatchNoise;
import org.thalweg.api.problem.MinibatchSampler;
import org.thalweg.api.problem.SampledEvaluator;
import org.thalweg.api.problem.SampledLandscape;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Traits;

/**
 * Minibatches that go through all samples before any comes again, in an order of each walker's own.
 *
 * <p>Memory: N rows of the order, then the position in it. At position 0 a new order begins; it is
 * shuffled as far as it is used, so that every step draws the same count of random numbers.
 *
 * @param landscape the mean over a data set
 * @param batch the batch size B, rounded to a whole number
 */
record EpochBatches(SampledLandscape landscape, Schedule batch) implements MinibatchNoise {
  @Override
  public Traits traits() {
    return new Traits(false, Traits.Form.FULL, false);
  }

  @Override
  public int channels() {
    return 0;
  }

  @Override
  public List<MemoryBlock> memory() {
    return List.of(new MemoryBlock("epoch", landscape.samples() + 1, false));
  }

  @Override
  public Optional<String> noDiffusion() {
    return Optional.of(
        "the minibatches of an epoch are correlated, since no sample comes twice, so that positions"
            + " alone obey no diffusion; use discrete SGD, or replacement with or without");
  }

  /**
   * Of one step, on average until batches of this size begin a pass again.
   *
   * <p>A batch takes m samples of one pass, whole passes, and the rest of its samples from another
   * one. Passes are independent, and the sum of m distinct samples has m (N - m)/(N - 1) times the
   * samples' covariance. Where B divides N that is the batch drawn without replacement.
   */
  @Override
  public OptionalDouble sampleShare(double t) {
    long n = landscape.samples();
    long size = SampledBatches.size(batch, t);
    double sum = 0;
    int steps = 0;
    long begin = 0;
    do {
      long first = Math.min(size, n - begin);
      sum += spread(first, n) + spread((size - first) % n, n);
      steps++;
      begin = (begin + size) % n;
    } while (begin != 0);
    return OptionalDouble.of(sum / steps / size / size);
  }

  /** The covariance of a sum of m distinct samples as a multiple of that of one. */
  private static double spread(double m, double n) {
    return m == n ? 0 : m * (n - m) / (n - 1);
  }

  @Override
  public MinibatchSampler sampler(int walkers) {
    return new Sampler(landscape, batch, walkers);
  }

  private static final class Sampler implements MinibatchSampler {
    private final SampledEvaluator evaluator;
    private final Schedule batch;
    private final int samples;
    private final int walkers;
    private int[][] indices = {};
    private Block uniforms;

    Sampler(SampledLandscape landscape, Schedule batch, int walkers) {
      this.evaluator = landscape.evaluator(walkers);
      this.batch = batch;
      this.samples = landscape.samples();
      this.walkers = walkers;
    }

    @Override
    public void gradients(double t, Block x, List<Block> memory, Draws draws, Block out) {
      int size = SampledBatches.size(batch, t);
      if (indices.length == 0 || indices[0].length != size) {
        indices = new int[walkers][size];
        uniforms = Block.like(size, x);
      }
      draws.uniforms(uniforms);
      for (int w = 0; w < walkers; w++) {
        proceed(w, memory.get(0));
      }
      evaluator.batchGradients(t, x, indices, out);
    }

    /** One step of a shuffle for each sample; a batch may reach into the next pass. */
    private void proceed(int walker, Block order) {
      int position = (int) order.get(samples, walker);
      int[] drawn = indices[walker];
      for (int i = 0; i < drawn.length; i++) {
        if (position == 0) {
          begin(walker, order);
        }
        int other = position + (int) (uniforms.get(i, walker) * (samples - position));
        double sample = order.get(other, walker);
        order.set(other, walker, order.get(position, walker));
        order.set(position, walker, sample);
        drawn[i] = (int) sample;
        position = position + 1 == samples ? 0 : position + 1;
      }
      order.set(samples, walker, position);
    }

    private void begin(int walker, Block order) {
      for (int n = 0; n < samples; n++) {
        order.set(n, walker, n);
      }
    }
  }
}
