package org.thalweg.analyzers;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.ValleyShape;

/**
 * A valley a x^2 / 2 + lambda(x) y^2 / 2 given by its flatness.
 *
 * @param logFlatnessAt ln F
 * @param slope the derivative of ln F
 * @param bend the second derivative of ln F
 * @param a the curvature of the floor
 */
public record TestValley(
    DoubleUnaryOperator logFlatnessAt,
    DoubleUnaryOperator slope,
    DoubleUnaryOperator bend,
    double a)
    implements Landscape, ValleyShape {
  /** F = 1 + exp(-x^2). */
  public static TestValley bump() {
    return new TestValley(
        x -> Math.log1p(Math.exp(-x * x)),
        x -> -2 * x / (1 + Math.exp(x * x)),
        x -> {
          double e = Math.exp(x * x);
          return -2 / (1 + e) + 4 * x * x * e / ((1 + e) * (1 + e));
        },
        0);
  }

  /** lambda = lambda0 exp(x^2 / w^2), w = 1. */
  public static TestValley gaussian(double lambda0, double a) {
    return new TestValley(x -> -(Math.log(lambda0) + x * x) / 2, x -> -x, x -> -1, a);
  }

  @Override
  public int dim() {
    return 2;
  }

  @Override
  public double value(double[] p) {
    return a * p[0] * p[0] / 2 + curvature(p[0]) * p[1] * p[1] / 2;
  }

  @Override
  public Optional<ValleyShape> valley() {
    return Optional.of(this);
  }

  @Override
  public double floor(double x) {
    return a * x * x / 2;
  }

  @Override
  public double floorSlope(double x) {
    return a * x;
  }

  @Override
  public double logFlatness(double x) {
    return logFlatnessAt.applyAsDouble(x);
  }

  @Override
  public double curvature(double x) {
    return Math.exp(-2 * logFlatness(x));
  }

  @Override
  public double curvatureSlope(double x) {
    return -2 * slope.applyAsDouble(x) * curvature(x);
  }

  @Override
  public double curvatureBend(double x) {
    double s = -2 * slope.applyAsDouble(x);
    return (s * s - 2 * bend.applyAsDouble(x)) * curvature(x);
  }

  @Override
  public double referenceCurvature() {
    return curvature(0);
  }
}
