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
 * @param walls whether the stretch ends at the domain's reflecting ends, lower and upper
 */
record Profile(
    ValleyShape shape,
    double delta,
    double kappa,
    double power,
    double from,
    double to,
    double below,
    double above,
    Walls walls) {
  /** Whether a stretch of floor ends at a reflecting end of the domain. */
  record Walls(boolean lower, boolean upper) {}

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
    return new Profile(shape, delta / (1 - mu), kappa, power, from, to, below, above, walls);
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
   * lambda0) of S1. Where kappa is below one, 1/kappa stands for it: then x diffuses faster than y,
   * and it is D_x / lambda that must be small.
   *
   * @param x the place
   * @return eps(x)
   */
  double smallness(double x) {
    double l = logSlope(x);
    double ratio = Math.max(kappa, 1 / kappa);
    return ratio * strength(x) * Math.max(l * l, Math.abs(logBend(x))) / (2 * shape.curvature(x));
  }

  /**
   * How fast the floor itself moves x, beside the rate at which y forgets: kappa L0'^2 / (2 lambda
   * D_y), whose mean on a floor a x^2/2 is a / (2 lambda).
   *
   * @param x the place
   * @return what the first order leaves out because of the floor, relative to it
   */
  double haste(double x) {
    double slope = shape.floorSlope(x);
    return kappa * slope * slope / (2 * shape.curvature(x) * strength(x));
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
   * The width of the layer at a reflecting end, in which the circulating current turns back: where
   * D_x h'' = 2 lambda h.
   *
   * @param end the place of the end
   * @return sqrt(D_x / (2 lambda))
   */
  double layerWidth(double end) {
    return Math.sqrt(strength(end) / kappa / (2 * shape.curvature(end)));
  }

  /**
   * What makes the current circulate, and so the layers at reflecting ends: the outer solution's
   * current along the floor is (lambda' D_y / (2 lambda)) (1 - (1 - q)/kappa) (1 - u) P, which is
   * zero for equal and constant temperatures.
   *
   * @return kappa - 1 + q
   */
  double circulation() {
    return kappa - 1 + power;
  }

  /**
   * How much the layer at an end raises ln p on it: there {@code <u>} differs by -+(kappa - 1 + q)
   * l lambda'/lambda exp(-distance/l), l the width, + at a lower end, and the exact identity
   * integrates this to (kappa - 1 + q) lambda'^2 D_y / (4 lambda^3).
   *
   * @param end the place of the end
   * @return the layer's ln p on the end
   */
  double layerHeight(double end) {
    double l = logSlope(end);
    return circulation() * l * l * strength(end) / (4 * shape.curvature(end));
  }

  /**
   * The next order within a layer, relative to the first: how far lambda and p change across it.
   *
   * @param end the place of the end
   * @return l (3 |lambda'/lambda| + |(ln p)'|), l the width
   */
  double thinness(double end) {
    return layerWidth(end) * (3 * Math.abs(logSlope(end)) + Math.abs(marginalSlope(end)));
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
