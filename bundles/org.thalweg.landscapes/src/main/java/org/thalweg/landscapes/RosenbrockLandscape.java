package org.thalweg.landscapes;

import java.util.Arrays;
import java.util.Optional;
import org.thalweg.api.block.Block;
import org.thalweg.api.problem.Floor;

/**
 * Rosenbrock's valley and its derivatives, each coordinate from its neighbours: a term of the sum
 * belongs to its left coordinate x and its right one y.
 */
final class RosenbrockLandscape implements DirectLandscape {
  private final int dim;
  private final double a;
  private final double b;

  RosenbrockLandscape(int dim, double a, double b) {
    this.dim = dim;
    this.a = a;
    this.b = b;
  }

  private double term(double x, double y) {
    double along = a - x;
    double across = y - x * x;
    return along * along + b * (across * across);
  }

  /** The derivative of a term by its left coordinate. */
  private double left(double x, double y) {
    return 2 * (x - a) - 4 * b * x * (y - x * x);
  }

  /** The derivative of a term by its right coordinate. */
  private double right(double x, double y) {
    return 2 * b * (y - x * x);
  }

  /** The left row of a term's Hessian times (v, w). */
  private double leftProduct(double x, double y, double v, double w) {
    return (2 - 4 * b * (y - 3 * (x * x))) * v - 4 * b * x * w;
  }

  /** The right row of a term's Hessian times (v, w). */
  private double rightProduct(double x, double v, double w) {
    return 2 * b * w - 4 * b * x * v;
  }

  @Override
  public int dim() {
    return dim;
  }

  @Override
  public double value(double[] x) {
    double sum = 0;
    for (int i = 0; i + 1 < dim; i++) {
      sum += term(x[i], x[i + 1]);
    }
    return sum;
  }

  @Override
  public void gradient(double[] x, double[] out) {
    out[0] = left(x[0], x[1]);
    for (int i = 1; i + 1 < dim; i++) {
      out[i] = left(x[i], x[i + 1]) + right(x[i - 1], x[i]);
    }
    out[dim - 1] = right(x[dim - 2], x[dim - 1]);
  }

  @Override
  public void hessianVector(double[] x, double[] v, double[] out) {
    out[0] = leftProduct(x[0], x[1], v[0], v[1]);
    for (int i = 1; i + 1 < dim; i++) {
      out[i] = leftProduct(x[i], x[i + 1], v[i], v[i + 1]) + rightProduct(x[i - 1], v[i - 1], v[i]);
    }
    out[dim - 1] = rightProduct(x[dim - 2], v[dim - 2], v[dim - 1]);
  }

  @Override
  public void valuesByRow(Block x, double[] out) {
    Arrays.fill(out, 0, x.walkers(), 0);
    for (int i = 0; i + 1 < dim; i++) {
      double[] p = x.line(i);
      double[] q = x.line(i + 1);
      for (int j = 0; j < p.length; j++) {
        out[j] += term(p[j], q[j]);
      }
    }
  }

  @Override
  public void gradientsByRow(Block x, Block out) {
    for (int i = 0; i + 1 < dim; i++) {
      double[] p = x.line(i);
      double[] q = x.line(i + 1);
      double[] g = out.line(i);
      if (i == 0) {
        for (int j = 0; j < g.length; j++) {
          g[j] = left(p[j], q[j]);
        }
      } else {
        double[] o = x.line(i - 1);
        for (int j = 0; j < g.length; j++) {
          g[j] = left(p[j], q[j]) + right(o[j], p[j]);
        }
      }
    }
    double[] p = x.line(dim - 2);
    double[] q = x.line(dim - 1);
    double[] g = out.line(dim - 1);
    for (int j = 0; j < g.length; j++) {
      g[j] = right(p[j], q[j]);
    }
  }

  @Override
  public void hessianVectorsByRow(Block x, Block v, Block out) {
    for (int i = 0; i + 1 < dim; i++) {
      double[] p = x.line(i);
      double[] q = x.line(i + 1);
      double[] vp = v.line(i);
      double[] vq = v.line(i + 1);
      double[] h = out.line(i);
      if (i == 0) {
        for (int j = 0; j < h.length; j++) {
          h[j] = leftProduct(p[j], q[j], vp[j], vq[j]);
        }
      } else {
        double[] o = x.line(i - 1);
        double[] vo = v.line(i - 1);
        for (int j = 0; j < h.length; j++) {
          h[j] = leftProduct(p[j], q[j], vp[j], vq[j]) + rightProduct(o[j], vo[j], vp[j]);
        }
      }
    }
    double[] p = x.line(dim - 2);
    double[] vp = v.line(dim - 2);
    double[] vq = v.line(dim - 1);
    double[] h = out.line(dim - 1);
    for (int j = 0; j < h.length; j++) {
      h[j] = rightProduct(p[j], vp[j], vq[j]);
    }
  }

  /** The parabola; in more dimensions the lowest line has no closed form. */
  @Override
  public Optional<Floor> floor() {
    return dim == 2
        ? Optional.of(
            Line.endless(
                (s, x) -> {
                  x[0] = s;
                  x[1] = s * s;
                }))
        : Optional.empty();
  }
}
