package org.thalweg.networks;

import org.thalweg.api.block.Block;
import org.thalweg.api.problem.SampledEvaluator;

/**
 * Evaluates a network walker by walker, each on the whole machine's vectors: even one walker keeps
 * them busy.
 */
final class PerceptronEvaluator implements SampledEvaluator {
  private final Propagation network;
  private final double[] point;
  private final double[] vector;
  private final double[] result;

  PerceptronEvaluator(Propagation network, int dim) {
    this.network = network;
    this.point = new double[dim];
    this.vector = new double[dim];
    this.result = new double[dim];
  }

  @Override
  public void batchGradients(double t, Block x, int[][] batches, Block out) {
    for (int w = 0; w < x.walkers(); w++) {
      gradient(x, w, batches[w], out);
    }
  }

  @Override
  public void values(double t, Block x, double[] out) {
    for (int w = 0; w < x.walkers(); w++) {
      out[w] = network.value(line(x, w, point));
    }
  }

  @Override
  public void gradients(double t, Block x, Block out) {
    for (int w = 0; w < x.walkers(); w++) {
      gradient(x, w, null, out);
    }
  }

  @Override
  public void hessianVectors(double t, Block x, Block v, Block out) {
    for (int w = 0; w < x.walkers(); w++) {
      double[] to = out.byCoordinate() ? result : out.line(w);
      network.hessianVector(line(x, w, point), line(v, w, vector), to);
      if (out.byCoordinate()) {
        out.setPoint(w, result);
      }
    }
  }

  private void gradient(Block x, int w, int[] batch, Block out) {
    double[] to = out.byCoordinate() ? result : out.line(w);
    network.gradient(line(x, w, point), batch, to);
    if (out.byCoordinate()) {
      out.setPoint(w, result);
    }
  }

  /** A walker's rows where they lie, or copied together. */
  private static double[] line(Block block, int walker, double[] scratch) {
    if (!block.byCoordinate()) {
      return block.line(walker);
    }
    block.point(walker, scratch);
    return scratch;
  }
}
