package org.thalweg.analyzers.curvature;

import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeEvaluator;

/** The Hessian of a landscape at one point, as an operator on vectors; it owns its scratch. */
final class HessianAt implements SymmetricOperator {
  private final LandscapeEvaluator evaluator;
  private final Block point;
  private final Block vector;
  private final Block product;
  private double time;

  HessianAt(Landscape landscape) {
    int dim = landscape.dim();
    Layout layout = Layout.of(dim);
    evaluator = landscape.evaluator(1);
    point = new Block(dim, 1, layout);
    vector = new Block(dim, 1, layout);
    product = new Block(dim, 1, layout);
  }

  /** Moves to a point. */
  HessianAt at(double t, double[] x) {
    time = t;
    point.setPoint(0, x);
    return this;
  }

  @Override
  public int dim() {
    return point.rows();
  }

  @Override
  public void apply(double[] v, double[] out) {
    vector.setPoint(0, v);
    evaluator.hessianVectors(time, point, vector, product);
    product.point(0, out);
  }
}
