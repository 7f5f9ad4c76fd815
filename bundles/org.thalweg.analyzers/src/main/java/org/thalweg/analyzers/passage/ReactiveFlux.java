package org.thalweg.analyzers.passage;

import java.util.List;
import java.util.function.ToIntFunction;
import org.thalweg.api.analysis.GridAxis;
import org.thalweg.api.analysis.GridDensity;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.Problem;

/**
 * The integral of P grad q . D . grad q over a grid: squares of differences between neighbouring
 * centres, or between a centre and the bounds of a region before the next one, and products of both
 * axes' differences at the centres. Of second order in the width of the cells.
 */
final class ReactiveFlux {
  private static final int HALVINGS = 40;

  private final Problem problem;
  private final HasCovariance noise;
  private final ToIntFunction<double[]> groupAt;
  private final List<GridAxis> axes;
  private final double[] density;
  private final double[] q;
  private final int[] group;
  private final int ny;

  private ReactiveFlux(
      Problem problem,
      HasCovariance noise,
      ToIntFunction<double[]> groupAt,
      GridDensity density,
      double[] q) {
    this.problem = problem;
    this.noise = noise;
    this.groupAt = groupAt;
    this.axes = density.axes();
    this.density = density.density();
    this.q = q;
    this.ny = axes.size() == 2 ? axes.get(1).cells() : 1;
    group = new int[q.length];
    double[] x = new double[axes.size()];
    for (int k = 0; k < q.length; k++) {
      PassageFields.centre(axes, k, x);
      group[k] = groupAt.applyAsInt(x);
    }
  }

  /** Transitions per time, in a steady state. */
  static double of(
      Problem problem,
      HasCovariance noise,
      ToIntFunction<double[]> groupAt,
      GridDensity density,
      double[] q) {
    ReactiveFlux flux = new ReactiveFlux(problem, noise, groupAt, density, q);
    double sum = 0;
    for (int k = 0; k < q.length; k++) {
      for (int a = 0; a < flux.axes.size(); a++) {
        sum += flux.along(k, a);
      }
      if (flux.axes.size() == 2 && flux.group[k] < 0) {
        sum += flux.mixed(k);
      }
    }
    return sum * density.cellVolume();
  }

  /** The next cell along an axis, or -1 at an end. */
  private int next(int k, int a) {
    int i = a == 0 ? k / ny : k % ny;
    int n = axes.get(a).cells();
    int stride = a == 0 ? ny : 1;
    if (i < n - 1) {
      return k + stride;
    }
    return problem.domain().get(a).lower() == Edge.PERIODIC ? k - i * stride : -1;
  }

  private double along(int k, int a) {
    int j = next(k, a);
    if (j < 0 || q[j] == q[k]) {
      return 0;
    }
    double h = axes.get(a).width();
    double part = 1;
    double middle = 0.5;
    if (group[k] < 0 != group[j] < 0) {
      double free = group[k] < 0 ? 0 : 1;
      double inside = 1 - free;
      for (int i = 0; i < HALVINGS; i++) {
        double between = 0.5 * (free + inside);
        if (groupAt.applyAsInt(between(k, a, between)) < 0) {
          free = between;
        } else {
          inside = between;
        }
      }
      double start = group[k] < 0 ? 0 : 1;
      part = Math.max(1e-9, Math.abs(inside - start));
      middle = 0.5 * (inside + start);
    }
    double slope = (q[j] - q[k]) / (part * h);
    double here = density[k] + middle * (density[j] - density[k]);
    if (density[k] > 0 && density[j] > 0) {
      here = Math.pow(density[k], 1 - middle) * Math.pow(density[j], middle);
    }
    return part * here * diffusion(between(k, a, middle), a, a) * slope * slope;
  }

  private double mixed(int k) {
    double[] x = new double[2];
    PassageFields.centre(axes, k, x);
    double d = diffusion(x, 0, 1);
    return d == 0 ? 0 : 2 * density[k] * d * slope(k, 0) * slope(k, 1);
  }

  private double slope(int k, int a) {
    int after = next(k, a);
    int before = before(k, a);
    double upper = after < 0 ? q[k] : q[after];
    double lower = before < 0 ? q[k] : q[before];
    return (upper - lower) / (2 * axes.get(a).width());
  }

  private int before(int k, int a) {
    int i = a == 0 ? k / ny : k % ny;
    int stride = a == 0 ? ny : 1;
    if (i > 0) {
      return k - stride;
    }
    boolean closes = problem.domain().get(a).lower() == Edge.PERIODIC;
    return closes ? k + (axes.get(a).cells() - 1) * stride : -1;
  }

  /** A point between a centre and the next one along an axis. */
  private double[] between(int k, int a, double part) {
    double[] x = new double[axes.size()];
    PassageFields.centre(axes, k, x);
    GridAxis axis = axes.get(a);
    x[a] += part * axis.width();
    if (x[a] > axis.to()) {
      x[a] -= axis.to() - axis.from();
    }
    return x;
  }

  private double diffusion(double[] x, int i, int j) {
    double[] c = new double[x.length * x.length];
    noise.covariance(0, x, c);
    return problem.setting().learningRate().at(0) * c[i * x.length + j] / 2;
  }
}
