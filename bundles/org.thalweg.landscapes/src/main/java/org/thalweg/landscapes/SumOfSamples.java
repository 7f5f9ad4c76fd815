package org.thalweg.landscapes;

import java.util.List;
import org.thalweg.api.block.Block;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeEvaluator;
import org.thalweg.api.problem.SampledEvaluator;
import org.thalweg.api.problem.SampledLandscape;

/** A sum in which one landscape is a mean over samples and the others belong to every sample. */
final class SumOfSamples extends SumLandscape implements SampledLandscape {
  private final int sampled;

  /**
   * Takes a sum with one sampled part.
   *
   * @param sampled its place
   */
  SumOfSamples(List<Landscape> parts, double[] weights, int sampled) {
    super(parts, weights);
    this.sampled = sampled;
  }

  private SampledLandscape data() {
    return (SampledLandscape) parts().get(sampled);
  }

  @Override
  public int samples() {
    return data().samples();
  }

  @Override
  public SampledEvaluator evaluator(int walkers) {
    LandscapeEvaluator[] evaluators = new LandscapeEvaluator[parts().size()];
    for (int k = 0; k < evaluators.length; k++) {
      evaluators[k] = parts().get(k).evaluator(walkers);
    }
    return new Batches(evaluators, walkers);
  }

  private final class Batches extends Evaluator implements SampledEvaluator {
    private final LandscapeEvaluator[] evaluators;

    Batches(LandscapeEvaluator[] evaluators, int walkers) {
      super(evaluators, walkers);
      this.evaluators = evaluators;
    }

    @Override
    public void batchGradients(double t, Block x, int[][] batches, Block out) {
      out.fill(0);
      for (int k = 0; k < evaluators.length; k++) {
        if (k == sampled) {
          Block part = part(x);
          ((SampledEvaluator) evaluators[k]).batchGradients(t, x, batches, part);
          addPart(k, part, out);
        } else {
          addGradients(k, t, x, out);
        }
      }
    }
  }
}
