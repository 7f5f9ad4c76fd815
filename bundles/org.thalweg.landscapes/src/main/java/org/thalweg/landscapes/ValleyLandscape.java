package org.thalweg.landscapes;

import java.util.Optional;
import org.thalweg.api.math.BlockMath;
import org.thalweg.api.problem.Floor;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeEvaluator;
import org.thalweg.api.problem.ValleyShape;

/**
 * The valley at one point: L = L0 + lambda y^2/2, grad L = (L0' + lambda' y^2/2, lambda y), H =
 * ((L0'' + lambda'' y^2/2, lambda' y), (lambda' y, lambda)).
 */
final class ValleyLandscape implements Landscape, ValleyShape {
  private final Curvature lambda;
  private final double reference;
  private final FloorLoss floor;
  private final Floor line;

  /**
   * Takes the functions along the floor.
   *
   * @param from where lambda begins to be positive
   * @param to where it ends
   */
  ValleyLandscape(Curvature lambda, double reference, FloorLoss floor, double from, double to) {
    this.lambda = lambda;
    this.reference = reference;
    this.floor = floor;
    this.line = new Line(from, to, Line::axis);
  }

  @Override
  public int dim() {
    return 2;
  }

  @Override
  public double value(double[] x) {
    return floor.value(x[0]) + 0.5 * lambda.value(x[0]) * (x[1] * x[1]);
  }

  @Override
  public void gradient(double[] x, double[] out) {
    double y = x[1];
    double along = floor.slope(x[0]) + 0.5 * lambda.slope(x[0]) * (y * y);
    out[1] = lambda.value(x[0]) * y;
    out[0] = along;
  }

  @Override
  public void hessianVector(double[] x, double[] v, double[] out) {
    double y = x[1];
    double xx = floor.bend() + 0.5 * lambda.bend(x[0]) * (y * y);
    double xy = lambda.slope(x[0]) * y;
    double yy = lambda.value(x[0]);
    out[0] = xx * v[0] + xy * v[1];
    out[1] = xy * v[0] + yy * v[1];
  }

  @Override
  public LandscapeEvaluator evaluator(int walkers) {
    return new ValleyEvaluator(lambda, floor, Landscape.super.evaluator(walkers), walkers);
  }

  @Override
  public Optional<ValleyShape> valley() {
    return Optional.of(this);
  }

  @Override
  public Optional<Floor> floor() {
    return Optional.of(line);
  }

  @Override
  public double floor(double x) {
    return floor.value(x);
  }

  @Override
  public double floorSlope(double x) {
    return floor.slope(x);
  }

  @Override
  public double curvature(double x) {
    return lambda.value(x);
  }

  @Override
  public double curvatureSlope(double x) {
    return lambda.slope(x);
  }

  @Override
  public double curvatureBend(double x) {
    return lambda.bend(x);
  }

  @Override
  public double referenceCurvature() {
    return reference;
  }

  @Override
  public double logFlatness(double x) {
    return -0.5 * BlockMath.log(lambda.value(x));
  }
}
