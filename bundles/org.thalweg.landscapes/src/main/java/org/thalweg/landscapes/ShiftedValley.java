package org.thalweg.landscapes;

import org.thalweg.api.problem.ValleyShape;

/**
 * A valley carried along its floor.
 *
 * @param shape the original
 * @param by how far
 */
record ShiftedValley(ValleyShape shape, double by) implements ValleyShape {
  @Override
  public double floor(double x) {
    return shape.floor(x - by);
  }

  @Override
  public double floorSlope(double x) {
    return shape.floorSlope(x - by);
  }

  @Override
  public double curvature(double x) {
    return shape.curvature(x - by);
  }

  @Override
  public double curvatureSlope(double x) {
    return shape.curvatureSlope(x - by);
  }

  @Override
  public double curvatureBend(double x) {
    return shape.curvatureBend(x - by);
  }

  @Override
  public double referenceCurvature() {
    return shape.referenceCurvature();
  }

  @Override
  public double logFlatness(double x) {
    return shape.logFlatness(x - by);
  }
}
