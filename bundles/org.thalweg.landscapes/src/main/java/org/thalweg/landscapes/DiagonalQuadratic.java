package org.thalweg.landscapes;

import java.util.Arrays;
import org.thalweg.api.block.Block;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeEvaluator;

/**
 * The bowl along the coordinate axes, fast in any dimension: L = offset + sum_i h_i (x_i -
 * c_i)^2/2.
 */
final class DiagonalQuadratic implements Landscape, LandscapeEvaluator {
  private final double[] curvature;
  private final double[] centre;
  private final double offset;
  private final boolean centred;

  DiagonalQuadratic(double[] curvature, double[] centre, double offset) {
    this.curvature = curvature;
    this.centre = centre;
    this.offset = offset;
    this.centred = Arrays.stream(centre).allMatch(c -> c == 0);
  }

  @Override
  public int dim() {
    return curvature.length;
  }

  @Override
  public double value(double[] x) {
    double sum = offset;
    for (int i = 0; i < curvature.length; i++) {
      double d = x[i] - centre[i];
      sum += 0.5 * curvature[i] * (d * d);
    }
    return sum;
  }

  @Override
  public void gradient(double[] x, double[] out) {
    double[] h = curvature;
    if (centred) {
      multiply(h, x, out); // the same bits, and one array less to read
      return;
    }
    double[] c = centre;
    for (int i = 0; i < h.length; i++) {
      out[i] = h[i] * (x[i] - c[i]);
    }
  }

  @Override
  public void hessianVector(double[] x, double[] v, double[] out) {
    multiply(curvature, v, out);
  }

  private static void multiply(double[] h, double[] v, double[] out) {
    for (int i = 0; i < h.length; i++) {
      out[i] = h[i] * v[i];
    }
  }

  /** The landscape itself: blocks need no scratch here. */
  @Override
  public LandscapeEvaluator evaluator(int walkers) {
    return this;
  }

  @Override
  public void values(double t, Block x, double[] out) {
    if (!x.byCoordinate()) {
      for (int w = 0; w < x.walkers(); w++) {
        out[w] = value(x.line(w));
      }
      return;
    }
    Arrays.fill(out, 0, x.walkers(), offset);
    for (int i = 0; i < curvature.length; i++) {
      double[] a = x.line(i);
      double h = curvature[i];
      double c = centre[i];
      for (int j = 0; j < a.length; j++) {
        double d = a[j] - c;
        out[j] += 0.5 * h * (d * d);
      }
    }
  }

  @Override
  public void gradients(double t, Block x, Block out) {
    for (int l = 0; l < x.lines(); l++) {
      if (x.byCoordinate()) {
        row(curvature[l], centre[l], x.line(l), out.line(l));
      } else {
        gradient(x.line(l), out.line(l));
      }
    }
  }

  @Override
  public void hessianVectors(double t, Block x, Block v, Block out) {
    for (int l = 0; l < v.lines(); l++) {
      if (v.byCoordinate()) {
        row(curvature[l], 0, v.line(l), out.line(l));
      } else {
        hessianVector(x.line(l), v.line(l), out.line(l));
      }
    }
  }

  private static void row(double h, double c, double[] a, double[] out) {
    for (int j = 0; j < a.length; j++) {
      out[j] = h * (a[j] - c);
    }
  }
}
