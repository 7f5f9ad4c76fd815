package org.thalweg.theory;

import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.ValleyShape;

/**
 * A valley under diagonal noise whose strengths keep a constant ratio, D_y = Delta
 * (lambda/lambda0)^q and D_x = D_y / kappa, as the formulas of section S1 take it.
 *
 * @param shape the valley L0(x) + lambda(x) y^2 / 2
 * @param delta D_y where lambda = lambda0 (unit: loss, as theta^2 / time)
 * @param kappa D_y / D_x
 * @param power q
 * @param from the lower end of the stretch of floor that carries the probability
 * @param to its upper end
 * @param below the distance from the floor to the lower end of the domain across the valley
 * @param above the distance to the upper end
 */
record Profile(
    ValleyShape shape,
    double delta,
    double kappa,
    double power,
    double from,
    double to,
    double below,
    double above) {
  /**
   * Reads a problem as a valley under such noise.
   *
   * @param problem the problem
   * @return its profile
   * @throws OutOfValidity if it is none
   */
  static Profile of(Problem problem) throws OutOfValidity {
    return new ProfileReader(problem).read();
  }

  /**
   * The same valley when heavy-ball momentum raises the temperature to Delta / (1 - mu) (S4; Liu,
   * Ziyin, Ueda 2021).
   *
   * @param mu the momentum
   * @return the profile that the momentum makes
   */
  Profile heated(double mu) {
    return new Profile(shape, delta / (1 - mu), kappa, power, from, to, below, above);
  }

  /**
   * D_y on the floor.
   *
   * @param x the place
   * @return Delta (lambda/lambda0)^q
   */
  double strength(double x) {
    return power == 0
        ? delta
        : delta * Math.pow(shape.curvature(x) / shape.referenceCurvature(), power);
  }

  /**
   * lambda'/lambda.
   *
   * @param x the place
   * @return the logarithmic slope of the curvature
   */
  double logSlope(double x) {
    return shape.curvatureSlope(x) / shape.curvature(x);
  }

  /**
   * (lambda'/lambda)'.
   *
   * @param x the place
   * @return the derivative of the logarithmic slope
   */
  double logBend(double x) {
    double l = logSlope(x);
    return shape.curvatureBend(x) / shape.curvature(x) - l * l;
  }

  /**
   * The slope of the leading-order marginal, ln p ~ kappa ln F - ln D_y - kappa Int L0'/D_y dx.
   *
   * @param x the place
   * @return (ln p)'
   */
  double marginalSlope(double x) {
    double l = logSlope(x);
    return -kappa * (l / 2 + shape.floorSlope(x) / strength(x)) - power * l;
  }

  /**
   * The small parameter at a place, kappa D_y max((lambda'/lambda)^2, |(lambda'/lambda)'|) / (2
   * lambda): for lambda = lambda0 exp(x^2/w^2) its largest value is eps = kappa Delta / (w^2
   * lambda0) of S1.
   *
   * @param x the place
   * @return eps(x)
   */
  double smallness(double x) {
    double l = logSlope(x);
    return kappa * strength(x) * Math.max(l * l, Math.abs(logBend(x))) / (2 * shape.curvature(x));
  }

  /**
   * The first-order correction to the conditional mean of u = lambda y^2 / D_y at a place.
   *
   * <p>From the second moment of the stationary Fokker-Planck equation across the valley, with s =
   * L0'/D_y and l = lambda'/lambda: {@code <u|x> - 1 = (D_y / (2 lambda)) { -kappa (s + l/2) l + l'
   * + (q-1) l (l/2 - s) + [(q-1)^2 l^2 + (q-1) l'] / kappa }}, which for q = 0 is S1's formula.
   *
   * @param x the place
   * @return {@code <u|x> - 1}
   */
  double warming(double x) {
    double l = logSlope(x);
    double bend = logBend(x);
    double d = strength(x);
    double s = shape.floorSlope(x) / d;
    double q1 = power - 1;
    double bracket =
        -kappa * (s + l / 2) * l
            + bend
            + q1 * l * (l / 2 - s)
            + (q1 * q1 * l * l + q1 * bend) / kappa;
    return d / (2 * shape.curvature(x)) * bracket;
  }

  /**
   * The distance from the floor to the nearer end of the domain across the valley.
   *
   * @param x the place
   * @return the distance in standard deviations of y there
   */
  double room(double x) {
    return Math.min(below, above) * Math.sqrt(shape.curvature(x) / strength(x));
  }
}
