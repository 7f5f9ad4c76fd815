package org.thalweg.landscapes;

import java.util.Arrays;
import java.util.Optional;
import org.thalweg.api.block.Block;
import org.thalweg.api.math.BlockMath;
import org.thalweg.api.problem.Floor;
import org.thalweg.api.problem.LabelledLandscape;
import org.thalweg.api.problem.LandscapeEvaluator;

/**
 * The product landscape: with g = u . v - target, grad L = g (v, u), and H (a, b) = d (v, u) + g
 * (b, a), d = u . b + v . a.
 */
final class ProductLandscape implements LabelledLandscape {
  private final int factors;
  private final double target;

  ProductLandscape(int factors, double target) {
    this.factors = factors;
    this.target = target;
  }

  @Override
  public int dim() {
    return 2 * factors;
  }

  private double residual(double[] x) {
    double sum = 0;
    for (int i = 0; i < factors; i++) {
      sum += x[i] * x[factors + i];
    }
    return sum - target;
  }

  @Override
  public double value(double[] x) {
    double g = residual(x);
    return 0.5 * (g * g);
  }

  @Override
  public void gradient(double[] x, double[] out) {
    swapped(residual(x), x, out);
  }

  @Override
  public void hessianVector(double[] x, double[] v, double[] out) {
    double g = residual(x);
    double d = 0;
    for (int i = 0; i < factors; i++) {
      int k = factors + i;
      d += x[i] * v[k] + x[k] * v[i];
    }
    for (int i = 0; i < factors; i++) {
      int k = factors + i;
      out[i] = d * x[k] + g * v[k];
      out[k] = d * x[i] + g * v[i];
    }
  }

  /** Sets out to c (v, u). */
  private void swapped(double c, double[] x, double[] out) {
    for (int i = 0; i < factors; i++) {
      out[i] = c * x[factors + i];
      out[factors + i] = c * x[i];
    }
  }

  /** Sets out to c (v, u) with a factor per walker; for a line per coordinate. */
  private void swapped(double[] c, Block x, Block out) {
    for (int i = 0; i < x.rows(); i++) {
      double[] other = x.line(i < factors ? factors + i : i - factors);
      double[] line = out.line(i);
      for (int j = 0; j < line.length; j++) {
        line[j] = c[j] * other[j];
      }
    }
  }

  @Override
  public LandscapeEvaluator evaluator(int walkers) {
    return new Evaluator(walkers);
  }

  @Override
  public int labels() {
    return 1;
  }

  @Override
  public OutputJacobian jacobian(int walkers) {
    return (t, x, e, out) -> {
      if (x.byCoordinate()) {
        swapped(e.line(0), x, out);
        return;
      }
      for (int w = 0; w < x.walkers(); w++) {
        swapped(e.line(w)[0], x.line(w), out.line(w));
      }
    };
  }

  @Override
  public Optional<Floor> floor() {
    if (factors != 1 || target == 0) {
      return Optional.empty();
    }
    double root = Math.sqrt(Math.abs(target));
    double sign = Math.signum(target);
    return Optional.of(
        Line.endless(
            (s, x) -> {
              x[0] = root * BlockMath.exp(s);
              x[1] = sign * root * BlockMath.exp(-s);
            }));
  }

  /** The same on blocks; it keeps the residuals of one chunk. */
  private final class Evaluator implements LandscapeEvaluator {
    private final double[] residual;
    private final double[] change;

    Evaluator(int walkers) {
      this.residual = new double[walkers];
      this.change = new double[walkers];
    }

    private void residuals(Block x) {
      int n = x.walkers();
      Arrays.fill(residual, 0, n, 0);
      for (int i = 0; i < factors; i++) {
        double[] u = x.line(i);
        double[] v = x.line(factors + i);
        for (int j = 0; j < n; j++) {
          residual[j] += u[j] * v[j];
        }
      }
      for (int j = 0; j < n; j++) {
        residual[j] -= target;
      }
    }

    @Override
    public void values(double t, Block x, double[] out) {
      if (!x.byCoordinate()) {
        for (int w = 0; w < x.walkers(); w++) {
          out[w] = value(x.line(w));
        }
        return;
      }
      residuals(x);
      for (int j = 0; j < x.walkers(); j++) {
        out[j] = 0.5 * (residual[j] * residual[j]);
      }
    }

    @Override
    public void gradients(double t, Block x, Block out) {
      if (!x.byCoordinate()) {
        for (int w = 0; w < x.walkers(); w++) {
          gradient(x.line(w), out.line(w));
        }
        return;
      }
      residuals(x);
      swapped(residual, x, out);
    }

    @Override
    public void hessianVectors(double t, Block x, Block v, Block out) {
      if (!x.byCoordinate()) {
        for (int w = 0; w < x.walkers(); w++) {
          hessianVector(x.line(w), v.line(w), out.line(w));
        }
        return;
      }
      residuals(x);
      changes(x, v);
      for (int i = 0; i < x.rows(); i++) {
        int k = i < factors ? factors + i : i - factors;
        double[] other = x.line(k);
        double[] step = v.line(k);
        double[] line = out.line(i);
        for (int j = 0; j < line.length; j++) {
          line[j] = change[j] * other[j] + residual[j] * step[j];
        }
      }
    }

    /** d = u . b + v . a. */
    private void changes(Block x, Block v) {
      int n = x.walkers();
      Arrays.fill(change, 0, n, 0);
      for (int i = 0; i < factors; i++) {
        double[] u = x.line(i);
        double[] w = x.line(factors + i);
        double[] a = v.line(i);
        double[] b = v.line(factors + i);
        for (int j = 0; j < n; j++) {
          change[j] += u[j] * b[j] + w[j] * a[j];
        }
      }
    }
  }
}
