package org.thalweg.landscapes;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.thalweg.api.math.BlockMath;
import org.thalweg.api.problem.ValleyShape;

/**
 * A sum of valleys with weights, a valley again: losses on the floor and curvatures add up.
 *
 * @param parts the valleys
 * @param weights positive, one per valley
 */
record ValleySum(List<ValleyShape> parts, double[] weights) implements ValleyShape {
  private double sum(ToDoubleFunction<ValleyShape> f) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * f.applyAsDouble(parts.get(k));
    }
    return sum;
  }

  @Override
  public double floor(double x) {
    return sum(v -> v.floor(x));
  }

  @Override
  public double floorSlope(double x) {
    return sum(v -> v.floorSlope(x));
  }

  @Override
  public double curvature(double x) {
    return sum(v -> v.curvature(x));
  }

  @Override
  public double curvatureSlope(double x) {
    return sum(v -> v.curvatureSlope(x));
  }

  @Override
  public double curvatureBend(double x) {
    return sum(v -> v.curvatureBend(x));
  }

  @Override
  public double referenceCurvature() {
    return sum(ValleyShape::referenceCurvature);
  }

  @Override
  public double logFlatness(double x) {
    return -0.5 * BlockMath.log(curvature(x));
  }
}
