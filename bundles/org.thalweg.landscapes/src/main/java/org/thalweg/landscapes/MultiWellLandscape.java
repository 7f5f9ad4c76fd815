package org.thalweg.landscapes;

import java.util.Arrays;
import org.thalweg.api.block.Block;

/**
 * The sum of double wells: with u = x/width, an axis adds b (u^2 - 1)^2 + k x, slope (4 b/width) u
 * (u^2 - 1) + k, curvature (4 b/width^2) (3 u^2 - 1).
 */
final class MultiWellLandscape implements DirectLandscape {
  private final double[] barrier;
  private final double[] inverseWidth;
  private final double[] slopeScale;
  private final double[] bendScale;
  private final double[] tilt;

  /** Takes one number per axis; the arrays are not kept. */
  MultiWellLandscape(double[] barrier, double[] width, double[] tilt) {
    int n = barrier.length;
    this.barrier = barrier.clone();
    this.tilt = tilt.clone();
    this.inverseWidth = new double[n];
    this.slopeScale = new double[n];
    this.bendScale = new double[n];
    for (int i = 0; i < n; i++) {
      inverseWidth[i] = 1 / width[i];
      slopeScale[i] = 4 * barrier[i] / width[i];
      bendScale[i] = slopeScale[i] / width[i];
    }
  }

  private static double loss(double b, double r, double k, double x) {
    double u = x * r;
    double well = u * u - 1;
    return b * (well * well) + k * x;
  }

  private static double slope(double scale, double r, double k, double x) {
    double u = x * r;
    return scale * u * (u * u - 1) + k;
  }

  private static double bend(double scale, double r, double x) {
    double u = x * r;
    return scale * (3 * (u * u) - 1);
  }

  @Override
  public int dim() {
    return barrier.length;
  }

  @Override
  public double value(double[] x) {
    double sum = 0;
    for (int i = 0; i < barrier.length; i++) {
      sum += loss(barrier[i], inverseWidth[i], tilt[i], x[i]);
    }
    return sum;
  }

  @Override
  public void gradient(double[] x, double[] out) {
    for (int i = 0; i < barrier.length; i++) {
      out[i] = slope(slopeScale[i], inverseWidth[i], tilt[i], x[i]);
    }
  }

  @Override
  public void hessianVector(double[] x, double[] v, double[] out) {
    for (int i = 0; i < barrier.length; i++) {
      out[i] = bend(bendScale[i], inverseWidth[i], x[i]) * v[i];
    }
  }

  @Override
  public void valuesByRow(Block x, double[] out) {
    Arrays.fill(out, 0, x.walkers(), 0);
    for (int i = 0; i < barrier.length; i++) {
      double b = barrier[i];
      double r = inverseWidth[i];
      double k = tilt[i];
      double[] p = x.line(i);
      for (int j = 0; j < p.length; j++) {
        out[j] += loss(b, r, k, p[j]);
      }
    }
  }

  @Override
  public void gradientsByRow(Block x, Block out) {
    for (int i = 0; i < barrier.length; i++) {
      double scale = slopeScale[i];
      double r = inverseWidth[i];
      double k = tilt[i];
      double[] p = x.line(i);
      double[] g = out.line(i);
      for (int j = 0; j < p.length; j++) {
        g[j] = slope(scale, r, k, p[j]);
      }
    }
  }

  @Override
  public void hessianVectorsByRow(Block x, Block v, Block out) {
    for (int i = 0; i < barrier.length; i++) {
      double scale = bendScale[i];
      double r = inverseWidth[i];
      double[] p = x.line(i);
      double[] q = v.line(i);
      double[] h = out.line(i);
      for (int j = 0; j < p.length; j++) {
        h[j] = bend(scale, r, p[j]) * q[j];
      }
    }
  }
}
