package org.thalweg.landscapes;

import java.util.Arrays;
import org.thalweg.api.block.Block;
import org.thalweg.api.math.BlockMath;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeEvaluator;

/**
 * The smooth minimum of two wells: with w = (1 + tanh(d/2))/2, d = (V_f - V_s)/smoothing, the
 * weight of the sharp well, grad L = w grad V_s + (1 - w) grad V_f and H = w H_s + (1 - w) H_f - w
 * (1 - w) (grad V_s - grad V_f)(grad V_s - grad V_f)^T/smoothing.
 */
final class TwoValleysLandscape implements Landscape {
  private final int dim;
  private final double sharp;
  private final double flat;
  private final double shift;
  private final double depth;
  private final double smoothing;

  TwoValleysLandscape(TwoValleys.Params p) {
    this.dim = p.dim();
    this.sharp = p.sharp();
    this.flat = p.flat();
    this.shift = 0.5 * p.separation();
    this.depth = p.depth();
    this.smoothing = p.smoothing();
  }

  /** V_s; rest is the sum of the squares of the other coordinates. */
  private double sharpWell(double x, double rest) {
    double d = x + shift;
    return 0.5 * sharp * (d * d + rest);
  }

  private double flatWell(double x, double rest) {
    double d = x - shift;
    return 0.5 * flat * (d * d + rest) + depth;
  }

  private static double rest(double[] x) {
    double sum = 0;
    for (int i = 1; i < x.length; i++) {
      sum += x[i] * x[i];
    }
    return sum;
  }

  /** (V_f - V_s)/(2 smoothing), of which the weight is a function. */
  private double halfGap(double x, double rest) {
    return 0.5 * (flatWell(x, rest) - sharpWell(x, rest)) / smoothing;
  }

  /** The derivative of L by x_0. */
  private double first(double weight, double x) {
    return weight * sharp * (x + shift) + (1 - weight) * flat * (x - shift);
  }

  /** What multiplies the other coordinates in the gradient, and vectors in the Hessian. */
  private double stiffness(double weight) {
    return weight * sharp + (1 - weight) * flat;
  }

  /** The first component of grad V_s - grad V_f; the others are (sharp - flat) x_i. */
  private double firstDifference(double x) {
    return sharp * (x + shift) - flat * (x - shift);
  }

  private double coupling(double weight, double change) {
    return weight * (1 - weight) * change / smoothing;
  }

  @Override
  public int dim() {
    return dim;
  }

  @Override
  public double value(double[] x) {
    double rest = rest(x);
    double a = sharpWell(x[0], rest);
    double b = flatWell(x[0], rest);
    double tail = BlockMath.exp(-Math.abs(a - b) / smoothing);
    return Math.min(a, b) - smoothing * BlockMath.log(1 + tail);
  }

  private double weight(double[] x) {
    return 0.5 + 0.5 * BlockMath.tanh(halfGap(x[0], rest(x)));
  }

  @Override
  public void gradient(double[] x, double[] out) {
    double w = weight(x);
    double k = stiffness(w);
    out[0] = first(w, x[0]);
    for (int i = 1; i < dim; i++) {
      out[i] = k * x[i];
    }
  }

  @Override
  public void hessianVector(double[] x, double[] v, double[] out) {
    double w = weight(x);
    double k = stiffness(w);
    double d0 = firstDifference(x[0]);
    double change = d0 * v[0];
    for (int i = 1; i < dim; i++) {
      change += (sharp - flat) * x[i] * v[i];
    }
    double c = coupling(w, change);
    out[0] = k * v[0] - c * d0;
    for (int i = 1; i < dim; i++) {
      out[i] = k * v[i] - c * ((sharp - flat) * x[i]);
    }
  }

  @Override
  public LandscapeEvaluator evaluator(int walkers) {
    return new Evaluator(walkers);
  }

  /** The same on blocks; it keeps the weights of one chunk. */
  private final class Evaluator implements LandscapeEvaluator {
    private final double[] rest;
    private final double[] weight;
    private final double[] change;

    Evaluator(int walkers) {
      this.rest = new double[walkers];
      this.weight = new double[walkers];
      this.change = new double[walkers];
    }

    private void rests(Block x) {
      Arrays.fill(rest, 0, x.walkers(), 0);
      for (int i = 1; i < dim; i++) {
        double[] line = x.line(i);
        for (int j = 0; j < line.length; j++) {
          rest[j] += line[j] * line[j];
        }
      }
    }

    private void weights(Block x) {
      rests(x);
      double[] line = x.line(0);
      int n = x.walkers();
      for (int j = 0; j < n; j++) {
        weight[j] = halfGap(line[j], rest[j]);
      }
      BlockMath.tanh(weight, weight, n);
      for (int j = 0; j < n; j++) {
        weight[j] = 0.5 + 0.5 * weight[j];
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
      rests(x);
      double[] line = x.line(0);
      for (int j = 0; j < n; j++) {
        double a = sharpWell(line[j], rest[j]);
        double b = flatWell(line[j], rest[j]);
        out[j] = Math.min(a, b);
        change[j] = -Math.abs(a - b) / smoothing;
      }
      BlockMath.exp(change, change, n);
      for (int j = 0; j < n; j++) {
        change[j] = 1 + change[j];
      }
      BlockMath.log(change, change, n);
      for (int j = 0; j < n; j++) {
        out[j] -= smoothing * change[j];
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
      weights(x);
      for (int i = 0; i < dim; i++) {
        double[] a = x.line(i);
        double[] g = out.line(i);
        for (int j = 0; j < a.length; j++) {
          g[j] = i == 0 ? first(weight[j], a[j]) : stiffness(weight[j]) * a[j];
        }
      }
    }

    @Override
    public void hessianVectors(double t, Block x, Block v, Block out) {
      if (!x.byCoordinate()) {
        for (int w = 0; w < x.walkers(); w++) {
          hessianVector(x.line(w), v.line(w), out.line(w));
        }
        return;
      }
      weights(x);
      Arrays.fill(change, 0, x.walkers(), 0);
      for (int i = 0; i < dim; i++) {
        double[] a = x.line(i);
        double[] b = v.line(i);
        for (int j = 0; j < a.length; j++) {
          change[j] += difference(i, a[j]) * b[j];
        }
      }
      for (int j = 0; j < x.walkers(); j++) {
        change[j] = coupling(weight[j], change[j]);
      }
      for (int i = 0; i < dim; i++) {
        double[] a = x.line(i);
        double[] b = v.line(i);
        double[] h = out.line(i);
        for (int j = 0; j < a.length; j++) {
          h[j] = stiffness(weight[j]) * b[j] - change[j] * difference(i, a[j]);
        }
      }
    }

    private double difference(int i, double x) {
      return i == 0 ? firstDifference(x) : (sharp - flat) * x;
    }
  }
}
