package org.thalweg.landscapes;

import org.thalweg.api.block.Block;
import org.thalweg.api.problem.LandscapeEvaluator;

/**
 * The valley on blocks of walkers, in short loops that compile to vector instructions; the same
 * bits as the scalar form.
 */
final class ValleyEvaluator implements LandscapeEvaluator {
  private final Curvature lambda;
  private final FloorLoss floor;
  private final LandscapeEvaluator byWalker;
  private final double[] value;
  private final double[] slope;
  private final double[] bend;

  ValleyEvaluator(Curvature lambda, FloorLoss floor, LandscapeEvaluator byWalker, int walkers) {
    this.lambda = lambda;
    this.floor = floor;
    this.byWalker = byWalker;
    this.value = new double[walkers];
    this.slope = new double[walkers];
    this.bend = new double[walkers];
  }

  @Override
  public void values(double t, Block x, double[] out) {
    if (!x.byCoordinate()) {
      byWalker.values(t, x, out);
      return;
    }
    double[] along = x.line(0);
    double[] across = x.line(1);
    int n = x.walkers();
    lambda.values(along, value, slope, n);
    double[] curvature = value;
    for (int j = 0; j < n; j++) {
      out[j] = floor.value(along[j]) + 0.5 * curvature[j] * (across[j] * across[j]);
    }
  }

  @Override
  public void gradients(double t, Block x, Block out) {
    if (!x.byCoordinate()) {
      byWalker.gradients(t, x, out);
      return;
    }
    lambda.gradients(floor, x.line(0), x.line(1), out.line(0), out.line(1), x.walkers());
  }

  @Override
  public void hessianVectors(double t, Block x, Block v, Block out) {
    if (!x.byCoordinate()) {
      byWalker.hessianVectors(t, x, v, out);
      return;
    }
    double[] along = x.line(0);
    int n = x.walkers();
    lambda.evaluate(along, value, slope, bend, n);
    entries(x.line(1), n);
    multiply(v.line(0), v.line(1), out.line(0), out.line(1), n);
  }

  @Override
  public void linearisedGradients(double t, Block x, Block s, Block out, Block scratch) {
    if (!x.byCoordinate()) {
      byWalker.linearisedGradients(t, x, s, out, scratch);
      return;
    }
    double[] along = x.line(0);
    double[] across = x.line(1);
    int n = x.walkers();
    lambda.evaluate(along, value, slope, bend, n);
    ValleyGradient.combine(floor, along, across, value, slope, out.line(0), out.line(1), n);
    entries(across, n);
    add(bend, s.line(0), slope, s.line(1), out.line(0), n);
    add(slope, s.line(0), value, s.line(1), out.line(1), n);
  }

  /** Turns lambda' and lambda'' into the Hessian's entries xy and xx. */
  private void entries(double[] across, int n) {
    double[] xy = slope;
    double[] xx = bend;
    double constant = floor.bend();
    for (int j = 0; j < n; j++) {
      double y = across[j];
      xx[j] = constant + 0.5 * xx[j] * (y * y);
      xy[j] = xy[j] * y;
    }
  }

  private void multiply(double[] v0, double[] v1, double[] out0, double[] out1, int n) {
    double[] xx = bend;
    double[] xy = slope;
    double[] yy = value;
    for (int j = 0; j < n; j++) {
      out0[j] = xx[j] * v0[j] + xy[j] * v1[j];
      out1[j] = xy[j] * v0[j] + yy[j] * v1[j];
    }
  }

  /** One output a loop: Java 17 leaves a loop that adds to two arrays scalar. */
  private static void add(double[] h0, double[] v0, double[] h1, double[] v1, double[] out, int n) {
    for (int j = 0; j < n; j++) {
      out[j] += h0[j] * v0[j] + h1[j] * v1[j];
    }
  }
}
