package org.thalweg.landscapes;

import java.util.Arrays;
import org.thalweg.api.block.Block;
import org.thalweg.api.math.BlockMath;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeEvaluator;

/**
 * The sum of exponentials and its derivatives: with q a term's exponent, q_x = 2 a (x - x_k) + b (y
 * - y_k) and q_y = b (x - x_k) + 2 c (y - y_k), a term e = A exp(q) adds e (q_x, q_y) to the
 * gradient, and e ((q_x^2 + 2 a, q_x q_y + b), (q_x q_y + b, q_y^2 + 2 c)) to the Hessian.
 */
final class MuellerBrownLandscape implements Landscape {
  private final double scale;
  private final MuellerBrown.Term[] terms;

  MuellerBrownLandscape(double scale, MuellerBrown.Term[] terms) {
    this.scale = scale;
    this.terms = terms;
  }

  private static double exponent(MuellerBrown.Term k, double x, double y) {
    double dx = x - k.x();
    double dy = y - k.y();
    return k.a() * (dx * dx) + k.b() * (dx * dy) + k.c() * (dy * dy);
  }

  private static double alongX(MuellerBrown.Term k, double x, double y) {
    return 2 * k.a() * (x - k.x()) + k.b() * (y - k.y());
  }

  private static double alongY(MuellerBrown.Term k, double x, double y) {
    return k.b() * (x - k.x()) + 2 * k.c() * (y - k.y());
  }

  private double height(MuellerBrown.Term k) {
    return scale * k.amplitude();
  }

  @Override
  public int dim() {
    return 2;
  }

  @Override
  public double value(double[] x) {
    double sum = 0;
    for (MuellerBrown.Term k : terms) {
      sum += height(k) * BlockMath.exp(exponent(k, x[0], x[1]));
    }
    return sum;
  }

  @Override
  public void gradient(double[] x, double[] out) {
    double alongX = 0;
    double alongY = 0;
    for (MuellerBrown.Term k : terms) {
      double e = height(k) * BlockMath.exp(exponent(k, x[0], x[1]));
      alongX += e * alongX(k, x[0], x[1]);
      alongY += e * alongY(k, x[0], x[1]);
    }
    out[0] = alongX;
    out[1] = alongY;
  }

  @Override
  public void hessianVector(double[] x, double[] v, double[] out) {
    out[0] = 0;
    out[1] = 0;
    for (MuellerBrown.Term k : terms) {
      double e = height(k) * BlockMath.exp(exponent(k, x[0], x[1]));
      double qx = alongX(k, x[0], x[1]);
      double qy = alongY(k, x[0], x[1]);
      double q = qx * v[0] + qy * v[1];
      out[0] += e * (qx * q + (2 * k.a() * v[0] + k.b() * v[1]));
      out[1] += e * (qy * q + (k.b() * v[0] + 2 * k.c() * v[1]));
    }
  }

  @Override
  public LandscapeEvaluator evaluator(int walkers) {
    return new Evaluator(walkers);
  }

  /** The same on blocks: one pass of exponentials for each term. */
  private final class Evaluator implements LandscapeEvaluator {
    private final double[] term;

    Evaluator(int walkers) {
      this.term = new double[walkers];
    }

    /** The terms' values. */
    private void evaluate(MuellerBrown.Term k, double[] x, double[] y, int n) {
      double[] e = term;
      double height = height(k);
      for (int j = 0; j < n; j++) {
        e[j] = exponent(k, x[j], y[j]);
      }
      BlockMath.exp(e, e, n);
      for (int j = 0; j < n; j++) {
        e[j] *= height;
      }
    }

    @Override
    public void values(double t, Block x, double[] out) {
      int n = x.walkers();
      if (!x.byCoordinate()) {
        for (int w = 0; w < n; w++) {
          out[w] = value(x.line(w));
        }
        return;
      }
      Arrays.fill(out, 0, n, 0);
      for (MuellerBrown.Term k : terms) {
        evaluate(k, x.line(0), x.line(1), n);
        for (int j = 0; j < n; j++) {
          out[j] += term[j];
        }
      }
    }

    @Override
    public void gradients(double t, Block x, Block out) {
      int n = x.walkers();
      if (!x.byCoordinate()) {
        for (int w = 0; w < n; w++) {
          gradient(x.line(w), out.line(w));
        }
        return;
      }
      out.fill(0);
      double[] p = x.line(0);
      double[] q = x.line(1);
      double[] alongX = out.line(0);
      double[] alongY = out.line(1);
      double[] e = term;
      for (MuellerBrown.Term k : terms) {
        evaluate(k, p, q, n);
        for (int j = 0; j < n; j++) {
          alongX[j] += e[j] * alongX(k, p[j], q[j]);
        }
        for (int j = 0; j < n; j++) {
          alongY[j] += e[j] * alongY(k, p[j], q[j]);
        }
      }
    }

    @Override
    public void hessianVectors(double t, Block x, Block v, Block out) {
      int n = x.walkers();
      if (!x.byCoordinate()) {
        for (int w = 0; w < n; w++) {
          hessianVector(x.line(w), v.line(w), out.line(w));
        }
        return;
      }
      out.fill(0);
      for (MuellerBrown.Term k : terms) {
        evaluate(k, x.line(0), x.line(1), n);
        product(k, x, v, out);
      }
    }

    private void product(MuellerBrown.Term k, Block x, Block v, Block out) {
      double[] p = x.line(0);
      double[] q = x.line(1);
      double[] a = v.line(0);
      double[] b = v.line(1);
      double[] outX = out.line(0);
      double[] outY = out.line(1);
      for (int j = 0; j < p.length; j++) {
        double e = term[j];
        double qx = alongX(k, p[j], q[j]);
        double qy = alongY(k, p[j], q[j]);
        double along = qx * a[j] + qy * b[j];
        outX[j] += e * (qx * along + (2 * k.a() * a[j] + k.b() * b[j]));
        outY[j] += e * (qy * along + (k.b() * a[j] + 2 * k.c() * b[j]));
      }
    }
  }
}
