package org.thalweg.api.problem;

/**
 * The shape of a valley L(x, y) = L0(x) + lambda(x) y^2 / 2 as functions along its floor.
 *
 * <p>Flatness is F(x) = lambda(x)^(-1/2), after Yang, Tang, Tu 2023,
 * doi:10.1103/PhysRevLett.130.237101.
 */
public interface ValleyShape {
  /**
   * The loss on the floor.
   *
   * @param x the place along the floor
   * @return L0(x)
   */
  double floor(double x);

  /**
   * The slope of the floor.
   *
   * @param x the place along the floor
   * @return L0'(x)
   */
  double floorSlope(double x);

  /**
   * The curvature across the valley.
   *
   * @param x the place along the floor
   * @return lambda(x), positive
   */
  double curvature(double x);

  /**
   * The first derivative of the curvature along the floor.
   *
   * @param x the place along the floor
   * @return lambda'(x)
   */
  double curvatureSlope(double x);

  /**
   * The second derivative of the curvature along the floor.
   *
   * @param x the place along the floor
   * @return lambda''(x)
   */
  double curvatureBend(double x);

  /**
   * The scale of the curvature, lambda0 of the formulas: the profile's own parameter.
   *
   * @return lambda0, positive
   */
  double referenceCurvature();

  /**
   * The logarithm of the flatness.
   *
   * @param x the place along the floor
   * @return ln F(x) = -ln(lambda(x)) / 2
   */
  default double logFlatness(double x) {
    return -0.5 * Math.log(curvature(x));
  }
}
