package org.thalweg.noise;

import java.util.List;
import java.util.stream.IntStream;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.problem.MinibatchSampler;
import org.thalweg.api.problem.SampledEvaluator;

/** Draws batches of distinct samples: the first B swaps of a shuffle, which are then undone. */
final class DistinctSampler implements MinibatchSampler {
  private final SampledBatches noise;
  private final SampledEvaluator evaluator;
  private final int walkers;
  private final int[] order;
  private int[][] indices = {};
  private int[] swapped = {};
  private Block uniforms;

  DistinctSampler(SampledBatches noise, int walkers) {
    this.noise = noise;
    this.evaluator = noise.landscape().evaluator(walkers);
    this.walkers = walkers;
    this.order = IntStream.range(0, noise.landscape().samples()).toArray();
  }

  @Override
  public void gradients(double t, Block x, List<Block> memory, Draws draws, Block out) {
    int size = noise.size(t);
    if (swapped.length != size) {
      indices = new int[walkers][size];
      swapped = new int[size];
      uniforms = Block.like(size, x);
    }
    draws.uniforms(uniforms);
    for (int w = 0; w < walkers; w++) {
      draw(w, indices[w]);
    }
    evaluator.batchGradients(t, x, indices, out);
  }

  private void draw(int walker, int[] batch) {
    for (int i = 0; i < batch.length; i++) {
      swapped[i] = i + (int) (uniforms.get(i, walker) * (order.length - i));
      batch[i] = order[swapped[i]];
      order[swapped[i]] = order[i];
      order[i] = batch[i];
    }
    // Undone, so that a walker's batch does not depend on the walkers and steps before.
    for (int i = batch.length - 1; i >= 0; i--) {
      order[i] = order[swapped[i]];
      order[swapped[i]] = batch[i];
    }
  }
}
