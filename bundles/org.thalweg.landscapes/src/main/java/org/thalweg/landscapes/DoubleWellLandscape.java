package org.thalweg.landscapes;

import org.thalweg.api.block.Block;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeEvaluator;

/**
 * The double well and its derivatives, at one point and on blocks: with u = x/width, L = b (u^2 -
 * 1)^2, L' = (4 b/width) u (u^2 - 1), L'' = (4 b/width^2) (3 u^2 - 1).
 */
final class DoubleWellLandscape implements Landscape, LandscapeEvaluator {
  private final double barrier;
  private final double inverseWidth;
  private final double slopeScale;
  private final double bendScale;

  DoubleWellLandscape(double barrier, double width) {
    this.barrier = barrier;
    this.inverseWidth = 1 / width;
    this.slopeScale = 4 * barrier / width;
    this.bendScale = slopeScale / width;
  }

  private double value(double x) {
    double u = x * inverseWidth;
    double well = u * u - 1;
    return barrier * well * well;
  }

  private double slope(double x) {
    double u = x * inverseWidth;
    return slopeScale * u * (u * u - 1);
  }

  private double bend(double x) {
    double u = x * inverseWidth;
    return bendScale * (3 * (u * u) - 1);
  }

  @Override
  public int dim() {
    return 1;
  }

  @Override
  public double value(double[] x) {
    return value(x[0]);
  }

  @Override
  public void gradient(double[] x, double[] out) {
    out[0] = slope(x[0]);
  }

  @Override
  public void hessianVector(double[] x, double[] v, double[] out) {
    out[0] = bend(x[0]) * v[0];
  }

  /** The landscape itself: blocks need no scratch here. */
  @Override
  public LandscapeEvaluator evaluator(int walkers) {
    return this;
  }

  @Override
  public void values(double t, Block x, double[] out) {
    if (x.byCoordinate()) {
      double[] a = x.line(0);
      for (int j = 0; j < a.length; j++) {
        out[j] = value(a[j]);
      }
    } else {
      for (int w = 0; w < x.walkers(); w++) {
        out[w] = value(x.line(w)[0]);
      }
    }
  }

  @Override
  public void gradients(double t, Block x, Block out) {
    for (int l = 0; l < x.lines(); l++) {
      double[] a = x.line(l);
      double[] g = out.line(l);
      for (int j = 0; j < a.length; j++) {
        g[j] = slope(a[j]);
      }
    }
  }

  @Override
  public void hessianVectors(double t, Block x, Block v, Block out) {
    for (int l = 0; l < x.lines(); l++) {
      double[] a = x.line(l);
      double[] b = v.line(l);
      double[] c = out.line(l);
      for (int j = 0; j < a.length; j++) {
        c[j] = bend(a[j]) * b[j];
      }
    }
  }
}
