package org.thalweg.landscapes;

import org.thalweg.api.block.Block;
import org.thalweg.api.problem.SampledEvaluator;
import org.thalweg.api.problem.SampledLandscape;
import org.thalweg.api.problem.Schedule;

/** A mean over samples times a factor in time, which is a mean over samples again. */
final class ScaledSamples extends ScaledLandscape implements SampledLandscape {
  private final SampledLandscape landscape;

  ScaledSamples(SampledLandscape landscape, Schedule factor) {
    super(landscape, factor);
    this.landscape = landscape;
  }

  @Override
  public int samples() {
    return landscape.samples();
  }

  @Override
  public SampledEvaluator evaluator(int walkers) {
    return new Batches(landscape.evaluator(walkers));
  }

  private final class Batches extends Evaluator implements SampledEvaluator {
    private final SampledEvaluator evaluator;

    Batches(SampledEvaluator evaluator) {
      super(evaluator);
      this.evaluator = evaluator;
    }

    @Override
    public void batchGradients(double t, Block x, int[][] batches, Block out) {
      evaluator.batchGradients(t, x, batches, out);
      multiply(t, out);
    }
  }
}
