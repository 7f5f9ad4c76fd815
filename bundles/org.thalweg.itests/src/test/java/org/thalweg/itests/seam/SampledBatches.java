package org.thalweg.itests.seam;

import java.util.List;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.problem.MinibatchNoise;
import org.thalweg.api.problem.MinibatchSampler;
import org.thalweg.api.problem.SampledEvaluator;
import org.thalweg.api.problem.SampledLandscape;
import org.thalweg.api.problem.Traits;

/** The noise of a data set: every walker draws its own minibatch, with replacement. */
record SampledBatches(SampledLandscape landscape, int batch) implements MinibatchNoise {
  @Override
  public Traits traits() {
    return new Traits(false, Traits.Form.FULL, false);
  }

  @Override
  public int channels() {
    return 0;
  }

  @Override
  public MinibatchSampler sampler(int walkers) {
    SampledEvaluator evaluator = landscape.evaluator(walkers);
    int[][] batches = new int[walkers][batch];
    return (double t, Block x, List<Block> memory, Draws draws, Block out) -> {
      draws.indices(landscape.samples(), batches);
      evaluator.batchGradients(t, x, batches, out);
    };
  }
}
