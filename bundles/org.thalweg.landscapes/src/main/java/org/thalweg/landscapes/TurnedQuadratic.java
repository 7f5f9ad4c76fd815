package org.thalweg.landscapes;

import org.thalweg.api.block.Block;
import org.thalweg.api.math.BlockMath;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeEvaluator;

/**
 * The bowl in two dimensions with a full Hessian, H = R diag(h_0, h_1) R^T, R a rotation by an
 * angle, so that coordinates are coupled.
 */
final class TurnedQuadratic implements Landscape {
  private final double xx;
  private final double xy;
  private final double yy;
  private final double[] centre;
  private final double offset;

  TurnedQuadratic(double[] curvature, double angle, double[] centre, double offset) {
    double c = BlockMath.cos(angle);
    double s = BlockMath.sin(angle);
    this.xx = curvature[0] * c * c + curvature[1] * s * s;
    this.xy = (curvature[0] - curvature[1]) * c * s;
    this.yy = curvature[0] * s * s + curvature[1] * c * c;
    this.centre = centre;
    this.offset = offset;
  }

  @Override
  public int dim() {
    return 2;
  }

  @Override
  public double value(double[] x) {
    double a = x[0] - centre[0];
    double b = x[1] - centre[1];
    return offset + 0.5 * (a * (xx * a + xy * b) + b * (xy * a + yy * b));
  }

  @Override
  public void gradient(double[] x, double[] out) {
    multiply(x[0] - centre[0], x[1] - centre[1], out);
  }

  @Override
  public void hessianVector(double[] x, double[] v, double[] out) {
    multiply(v[0], v[1], out);
  }

  private void multiply(double a, double b, double[] out) {
    out[0] = xx * a + xy * b;
    out[1] = xy * a + yy * b;
  }

  @Override
  public LandscapeEvaluator evaluator(int walkers) {
    LandscapeEvaluator byWalker = Landscape.super.evaluator(walkers);
    return new LandscapeEvaluator() {
      @Override
      public void values(double t, Block x, double[] out) {
        byWalker.values(t, x, out);
      }

      @Override
      public void gradients(double t, Block x, Block out) {
        if (x.byCoordinate()) {
          multiply(x, centre[0], centre[1], out);
        } else {
          byWalker.gradients(t, x, out);
        }
      }

      @Override
      public void hessianVectors(double t, Block x, Block v, Block out) {
        if (x.byCoordinate()) {
          multiply(v, 0, 0, out);
        } else {
          byWalker.hessianVectors(t, x, v, out);
        }
      }
    };
  }

  private void multiply(Block v, double shift0, double shift1, Block out) {
    double[] v0 = v.line(0);
    double[] v1 = v.line(1);
    double[] out0 = out.line(0);
    double[] out1 = out.line(1);
    for (int j = 0; j < v0.length; j++) {
      double a = v0[j] - shift0;
      double b = v1[j] - shift1;
      out0[j] = xx * a + xy * b;
      out1[j] = xy * a + yy * b;
    }
  }
}
