package org.thalweg.networks;

import org.thalweg.api.block.Block;
import org.thalweg.api.problem.SampledEvaluator;

/**
 * Evaluates a network walker by walker, each on the whole machine's vectors: even one walker keeps
 * them busy.
 */
final class NetworkEvaluator implements SampledEvaluator {
  private final Propagation network;
  private final WalkerLines points;
  private final WalkerLines vectors;

  NetworkEvaluator(Propagation network, int dim) {
    this.network = network;
    this.points = new WalkerLines(dim);
    this.vectors = new WalkerLines(dim);
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
      out[w] = network.value(points.read(x, w));
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
      double[] to = points.target(out, w);
      network.hessianVector(points.read(x, w), vectors.read(v, w), to);
      points.write(out, w);
    }
  }

  private void gradient(Block x, int w, int[] batch, Block out) {
    double[] to = points.target(out, w);
    network.gradient(points.read(x, w), batch, to);
    points.write(out, w);
  }
}
