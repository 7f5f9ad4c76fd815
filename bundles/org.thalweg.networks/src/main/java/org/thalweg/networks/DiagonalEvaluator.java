package org.thalweg.networks;

import org.thalweg.api.block.Block;
import org.thalweg.api.problem.LabelledLandscape;
import org.thalweg.api.problem.SampledEvaluator;

/** Evaluates a regression by powers walker by walker. */
final class DiagonalEvaluator implements SampledEvaluator, LabelledLandscape.OutputJacobian {
  private final PowerRegression regression;
  private final WalkerLines points;
  private final WalkerLines vectors;
  private final WalkerLines perturbations;

  DiagonalEvaluator(PowerRegression regression, int dim, int labels) {
    this.regression = regression;
    this.points = new WalkerLines(dim);
    this.vectors = new WalkerLines(dim);
    this.perturbations = new WalkerLines(labels);
  }

  @Override
  public void values(double t, Block x, double[] out) {
    for (int w = 0; w < x.walkers(); w++) {
      out[w] = regression.value(points.read(x, w));
    }
  }

  @Override
  public void gradients(double t, Block x, Block out) {
    for (int w = 0; w < x.walkers(); w++) {
      gradient(x, w, null, out);
    }
  }

  @Override
  public void batchGradients(double t, Block x, int[][] batches, Block out) {
    for (int w = 0; w < x.walkers(); w++) {
      gradient(x, w, batches[w], out);
    }
  }

  @Override
  public void hessianVectors(double t, Block x, Block v, Block out) {
    for (int w = 0; w < x.walkers(); w++) {
      double[] to = points.target(out, w);
      regression.hessianVector(points.read(x, w), vectors.read(v, w), to);
      points.write(out, w);
    }
  }

  @Override
  public void transposed(double t, Block x, Block e, Block out) {
    for (int w = 0; w < x.walkers(); w++) {
      double[] to = points.target(out, w);
      regression.transposedJacobian(points.read(x, w), perturbations.read(e, w), to);
      points.write(out, w);
    }
  }

  private void gradient(Block x, int w, int[] batch, Block out) {
    double[] to = points.target(out, w);
    regression.gradient(points.read(x, w), batch, to);
    points.write(out, w);
  }
}
