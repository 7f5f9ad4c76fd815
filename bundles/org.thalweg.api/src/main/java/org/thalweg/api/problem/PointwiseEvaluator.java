package org.thalweg.api.problem;

import org.thalweg.api.block.Block;

/** Evaluates a landscape walker by walker through its scalar form. */
final class PointwiseEvaluator implements LandscapeEvaluator {
  private final Landscape landscape;
  private final double[] point;
  private final double[] vector;
  private final double[] result;

  PointwiseEvaluator(Landscape landscape) {
    this.landscape = landscape;
    int n = landscape.dim();
    this.point = new double[n];
    this.vector = new double[n];
    this.result = new double[n];
  }

  @Override
  public void values(double t, Block x, double[] out) {
    for (int w = 0; w < x.walkers(); w++) {
      x.point(w, point);
      out[w] = landscape.value(t, point);
    }
  }

  @Override
  public void gradients(double t, Block x, Block out) {
    for (int w = 0; w < x.walkers(); w++) {
      x.point(w, point);
      landscape.gradient(t, point, result);
      out.setPoint(w, result);
    }
  }

  @Override
  public void hessianVectors(double t, Block x, Block v, Block out) {
    for (int w = 0; w < x.walkers(); w++) {
      x.point(w, point);
      v.point(w, vector);
      landscape.hessianVector(t, point, vector, result);
      out.setPoint(w, result);
    }
  }
}
