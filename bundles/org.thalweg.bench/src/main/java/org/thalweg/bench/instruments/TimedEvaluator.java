package org.thalweg.bench.instruments;

import org.thalweg.api.block.Block;
import org.thalweg.api.problem.LandscapeEvaluator;
import org.thalweg.api.problem.SampledEvaluator;

/** Times a landscape on blocks of walkers. */
class TimedEvaluator implements LandscapeEvaluator {
  private final LandscapeEvaluator evaluator;
  private final Stopwatch watch;

  private TimedEvaluator(LandscapeEvaluator evaluator, Stopwatch watch) {
    this.evaluator = evaluator;
    this.watch = watch;
  }

  /** An evaluator that can do what the given one can. */
  static LandscapeEvaluator of(LandscapeEvaluator evaluator, Stopwatch watch) {
    return evaluator instanceof SampledEvaluator sampled
        ? new Sampled(sampled, watch)
        : new TimedEvaluator(evaluator, watch);
  }

  @Override
  public void values(double t, Block x, double[] out) {
    watch.enter(Part.DRIFT);
    evaluator.values(t, x, out);
    watch.exit();
  }

  @Override
  public void gradients(double t, Block x, Block out) {
    watch.enter(Part.DRIFT);
    evaluator.gradients(t, x, out);
    watch.exit();
  }

  @Override
  public void hessianVectors(double t, Block x, Block v, Block out) {
    watch.enter(Part.DRIFT);
    evaluator.hessianVectors(t, x, v, out);
    watch.exit();
  }

  @Override
  public void linearisedGradients(double t, Block x, Block s, Block out, Block scratch) {
    watch.enter(Part.DRIFT);
    evaluator.linearisedGradients(t, x, s, out, scratch);
    watch.exit();
  }

  /** One with minibatches. */
  private static final class Sampled extends TimedEvaluator implements SampledEvaluator {
    private final SampledEvaluator sampled;
    private final Stopwatch clock;

    Sampled(SampledEvaluator sampled, Stopwatch clock) {
      super(sampled, clock);
      this.sampled = sampled;
      this.clock = clock;
    }

    @Override
    public void batchGradients(double t, Block x, int[][] batches, Block out) {
      clock.enter(Part.DRIFT);
      sampled.batchGradients(t, x, batches, out);
      clock.exit();
    }
  }
}
