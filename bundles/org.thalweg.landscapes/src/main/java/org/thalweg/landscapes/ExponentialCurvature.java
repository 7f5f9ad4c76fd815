package org.thalweg.landscapes;

import org.thalweg.api.math.BlockMath;

/**
 * A curvature whose logarithm is a polynomial, shared by three profiles: lambda = scale exp(q), q =
 * a x + b x^2 + c x^4, so that lambda' = q' lambda and lambda'' = (q'' + q'^2) lambda.
 */
final class ExponentialCurvature implements Curvature {
  private final double scale;
  private final double a;
  private final double b;
  private final double c;

  ExponentialCurvature(double scale, double a, double b, double c) {
    this.scale = scale;
    this.a = a;
    this.b = b;
    this.c = c;
  }

  private double exponent(double x) {
    double x2 = x * x;
    return a * x + (b + c * x2) * x2;
  }

  private double exponentSlope(double x) {
    return a + (2 * b + 4 * c * (x * x)) * x;
  }

  private double exponentBend(double x) {
    return 2 * b + 12 * c * (x * x);
  }

  @Override
  public double value(double x) {
    return scale * BlockMath.exp(exponent(x));
  }

  @Override
  public double slope(double x) {
    return exponentSlope(x) * value(x);
  }

  @Override
  public double bend(double x) {
    double q = exponentSlope(x);
    return (exponentBend(x) + q * q) * value(x);
  }

  @Override
  public void evaluate(double[] x, double[] value, double[] slope, int n) {
    for (int j = 0; j < n; j++) {
      value[j] = exponent(x[j]);
    }
    BlockMath.exp(value, value, n);
    for (int j = 0; j < n; j++) {
      double lambda = scale * value[j];
      value[j] = lambda;
      slope[j] = exponentSlope(x[j]) * lambda;
    }
  }

  @Override
  public void evaluate(double[] x, double[] value, double[] slope, double[] bend, int n) {
    evaluate(x, value, slope, n);
    for (int j = 0; j < n; j++) {
      double q = exponentSlope(x[j]);
      bend[j] = (exponentBend(x[j]) + q * q) * value[j];
    }
  }
}
