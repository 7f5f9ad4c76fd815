package org.thalweg.landscapes;

import org.thalweg.api.math.BlockMath;

/**
 * A flat place in a sharper valley: F = 1 + g, g = height exp(-u^2), u = (x - centre)/width, lambda
 * = scale/F^2.
 *
 * <p>With F' = -2 u g/width and F'' = (4 u^2 - 2) g/width^2: lambda' = -2 lambda F'/F and lambda''
 * = lambda (6 (F'/F)^2 - 2 F''/F).
 */
final class BumpCurvature implements Curvature {
  private final double height;
  private final double centre;
  private final double inverseWidth;
  private final double scale;

  BumpCurvature(double height, double centre, double width, double scale) {
    this.height = height;
    this.centre = centre;
    this.inverseWidth = 1 / width;
    this.scale = scale;
  }

  private double exponential(double x) {
    double u = (x - centre) * inverseWidth;
    return BlockMath.exp(-u * u);
  }

  @Override
  public double value(double x) {
    double r = 1 / (1 + height * exponential(x));
    return scale * r * r;
  }

  @Override
  public double slope(double x) {
    double u = (x - centre) * inverseWidth;
    double g = height * exponential(x);
    double r = 1 / (1 + g);
    double q = g * r * inverseWidth;
    return 4 * u * q * (scale * r * r);
  }

  @Override
  public double bend(double x) {
    double u = (x - centre) * inverseWidth;
    double g = height * exponential(x);
    double r = 1 / (1 + g);
    double q = g * r * inverseWidth;
    return bend(u, q, scale * r * r);
  }

  /** q = g/(F width), so that F'/F = -2 u q and F''/F = (4 u^2 - 2) q/width. */
  private double bend(double u, double q, double lambda) {
    double u2 = u * u;
    return q * (24 * u2 * q + (4 - 8 * u2) * inverseWidth) * lambda;
  }

  @Override
  public void evaluate(double[] x, double[] value, double[] slope, int n) {
    exponentials(x, value, n);
    for (int j = 0; j < n; j++) {
      double u = (x[j] - centre) * inverseWidth;
      double g = height * value[j];
      double r = 1 / (1 + g);
      double q = g * r * inverseWidth;
      double lambda = scale * r * r;
      value[j] = lambda;
      slope[j] = 4 * u * q * lambda;
    }
  }

  @Override
  public void evaluate(double[] x, double[] value, double[] slope, double[] bend, int n) {
    exponentials(x, value, n);
    for (int j = 0; j < n; j++) {
      double u = (x[j] - centre) * inverseWidth;
      double g = height * value[j];
      double r = 1 / (1 + g);
      double q = g * r * inverseWidth;
      double lambda = scale * r * r;
      value[j] = lambda;
      slope[j] = 4 * u * q * lambda;
      bend[j] = bend(u, q, lambda);
    }
  }

  @Override
  public void values(double[] x, double[] value, double[] scratch, int n) {
    exponentials(x, value, n);
    for (int j = 0; j < n; j++) {
      double r = 1 / (1 + height * value[j]);
      value[j] = scale * r * r;
    }
  }

  @Override
  public void gradients(
      FloorLoss floor,
      double[] along,
      double[] across,
      double[] outAlong,
      double[] outAcross,
      int n) {
    exponentials(along, outAcross, n);
    for (int j = 0; j < n; j++) {
      double u = (along[j] - centre) * inverseWidth;
      double g = height * outAcross[j];
      double r = 1 / (1 + g);
      double q = g * r * inverseWidth;
      double lambda = scale * r * r;
      double y = across[j];
      outAlong[j] = floor.slope(along[j]) + 0.5 * (4 * u * q * lambda) * (y * y);
      outAcross[j] = lambda * y;
    }
  }

  private void exponentials(double[] x, double[] out, int n) {
    for (int j = 0; j < n; j++) {
      double u = (x[j] - centre) * inverseWidth;
      out[j] = -u * u;
    }
    BlockMath.exp(out, out, n);
  }
}
