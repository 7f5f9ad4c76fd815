package org.thalweg.starts;

import org.thalweg.api.problem.Floor;
import org.thalweg.api.problem.ProductStart;

/**
 * Walkers along the straight floor of a valley: x uniform, y normal, so that densities can begin.
 * In a valley that is carried along, x is the floor's parameter and a shift.
 */
final class ValleyWalk extends FloorWalk implements ProductStart {
  private final AxisLaw along;
  private final AxisLaw across;

  ValleyWalk(Floor floor, double from, double to, double spread) {
    super(floor, from, to, spread);
    double low = along(floor, from);
    double high = along(floor, to);
    this.along = low == high ? new PointLaw(low) : new UniformLaw(low, high);
    this.across = spread == 0 ? new PointLaw(0) : new GaussianLaw(0, spread);
  }

  private static double along(Floor floor, double s) {
    double[] point = new double[2];
    floor.point(s, point);
    return point[0];
  }

  private AxisLaw law(int axis) {
    return axis == 0 ? along : across;
  }

  @Override
  public double cumulative(int axis, double v) {
    return law(axis).cumulative(v);
  }

  @Override
  public double partialMean(int axis, double v) {
    return law(axis).partialMean(v);
  }
}
