package org.thalweg.landscapes;

/**
 * A curvature with one slope: lambda = base + slope x; where this is negative it stays so, and the
 * valley is a ridge.
 */
final class LinearCurvature implements Curvature {
  private final double base;
  private final double gradient;

  LinearCurvature(double base, double gradient) {
    this.base = base;
    this.gradient = gradient;
  }

  @Override
  public double value(double x) {
    return base + gradient * x;
  }

  @Override
  public double slope(double x) {
    return gradient;
  }

  @Override
  public double bend(double x) {
    return 0;
  }

  @Override
  public void evaluate(double[] x, double[] value, double[] slope, int n) {
    for (int j = 0; j < n; j++) {
      value[j] = base + gradient * x[j];
      slope[j] = gradient;
    }
  }

  @Override
  public void evaluate(double[] x, double[] value, double[] slope, double[] bend, int n) {
    evaluate(x, value, slope, n);
    for (int j = 0; j < n; j++) {
      bend[j] = 0;
    }
  }
}
