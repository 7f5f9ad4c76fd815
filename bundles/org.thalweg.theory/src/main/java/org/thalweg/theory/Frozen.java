package org.thalweg.theory;

import org.thalweg.api.problem.ValleyShape;

/**
 * What y does at a fixed place of a valley with shifted minibatches: y' = (1 - h Lambda) y - noise,
 * with a random curvature Lambda of mean lambda and standard deviation lambda' sigma_x in steps of
 * SGD. In other steps, and in continuous time, temperatures T = eta sigma^2 / 2 stand for sigma.
 *
 * @param step h, the length of the steps (time); zero for continuous time
 * @param curvature lambda; with the exact shift its mean over shifts
 * @param roughness {@code <Lambda^2>/<Lambda>}, with what steps multiply it; the load is this half
 * @param slope lambda', or its mean
 * @param bend lambda''
 * @param temperatureX T of the shift along the floor
 * @param temperatureY T of that across it
 * @param squareX sigma_x^2
 * @param squareY sigma_y^2
 * @param exact whether the shift is exact
 */
record Frozen(
    double step,
    double curvature,
    double roughness,
    double slope,
    double bend,
    double temperatureX,
    double temperatureY,
    double squareX,
    double squareY,
    boolean exact) {
  private static final int NODES = 401;
  private static final double REACH = 8;

  static Frozen at(ShiftedValley v, double x, double step) {
    ValleyShape shape = v.shape();
    double sx = v.sigmaX();
    double sy = v.sigmaY();
    double tx = v.eta() * sx * sx / 2;
    double ty = v.eta() * sy * sy / 2;
    double lambda = shape.curvature(x);
    double slope = shape.curvatureSlope(x);
    double roughness = step * lambda + 2 * tx * slope * slope / lambda;
    if (v.exact()) {
      double[] mean = smoothed(shape, x, sx);
      lambda = mean[0];
      slope = mean[2];
      roughness = step * mean[1] / mean[0];
    }
    double bend = shape.curvatureBend(x);
    return new Frozen(step, lambda, roughness, slope, bend, tx, ty, sx * sx, sy * sy, v.exact());
  }

  /** The means of Lambda = lambda(x + s), Lambda^2 and lambda'(x + s) over normal shifts. */
  private static double[] smoothed(ValleyShape shape, double x, double sigma) {
    double[] sum = new double[3];
    double weights = 0;
    for (int i = 0; i < NODES; i++) {
      double z = REACH * (2.0 * i / (NODES - 1) - 1);
      double w = Math.exp(-z * z / 2);
      double lambda = shape.curvature(x + sigma * z);
      sum[0] += w * lambda;
      sum[1] += w * lambda * lambda;
      sum[2] += w * shape.curvatureSlope(x + sigma * z);
      weights += w;
    }
    return new double[] {sum[0] / weights, sum[1] / weights, sum[2] / weights};
  }

  /** How near the second moment is to its bound; it exists below one. */
  double load() {
    return roughness / 2;
  }

  /**
   * The stationary variance, m = T_y Lambda / (1 - load): linearised eta lambda sigma_y^2 / (2 -
   * eta (lambda + sigma_x^2 lambda'^2 / lambda)) for SGD.
   *
   * @return m, infinite where the load is one or more
   */
  double variance() {
    if (!(load() < 1)) {
      return Double.POSITIVE_INFINITY;
    }
    double kicks = exact ? roughness / step : curvature;
    return temperatureY * kicks / (1 - load());
  }

  /** The mean velocity along a level floor, -lambda' m / 2; exact -lambda' (m + sigma_y^2) / 2. */
  double drift() {
    return slope == 0 ? 0 : -slope * (variance() + (exact ? squareY : 0)) / 2;
  }

  /**
   * The effective diffusion along a level floor to leading order in sigma; a = h lambda. In
   * continuous time it is T^2 lambda lambda'^2 / 4.
   *
   * @return D (unit: theta^2 / time)
   */
  double diffusion() {
    double a = step * curvature;
    double rest = 2 - a;
    if (!(rest > 0)) {
      return Double.NaN;
    }
    double common = 2 * temperatureY * temperatureY * slope * slope / (rest * rest);
    return exact
        ? common * (2 + a / rest) / step
        : common * (curvature / rest + step * curvature * curvature / 2);
  }

  /**
   * How far x is from standing still while y forgets: m (lambda'/lambda)^2 and m |lambda''| /
   * lambda, with the exact shift, whose y^2 does not need to grow before x moves, those of a part
   * of sigma^2 too.
   *
   * @return the relative size of what the formulas at a fixed place leave out
   */
  double haste() {
    return steepness() * (variance() + (exact ? (squareX + squareY) / 4 : 0));
  }

  /** The same for typical y, whose size does not depend on whether a second moment exists. */
  double typicalHaste() {
    return steepness() * (temperatureY * curvature + (exact ? (squareX + squareY) / 4 : 0));
  }

  private double steepness() {
    double l = slope / curvature;
    return l * l + Math.abs(bend) / curvature;
  }

  /** The time in which y^2 forgets, 1 / (2 lambda (1 - a/2)), a = h lambda. */
  double forgetting() {
    return 1 / (curvature * (2 - step * curvature));
  }

  /**
   * The standard deviation of the random curvature times the step, h lambda' sigma, where sigma^2 =
   * 2 T_x / h.
   *
   * @return the factor of the standard normal number in y's multiplier
   */
  double jitter() {
    return Math.abs(slope) * Math.sqrt(2 * temperatureX * step);
  }

  /**
   * The diffusion that the curvature's bend adds, for which the leading order has no place: kicks
   * of lambda'' y^2 s_x / 2. It is all there is where lambda' is zero.
   *
   * @return eta sigma_x^2 lambda''^2 (3 m^2) / 8, with the exact shift twice that of m + sigma_y^2
   */
  double diffusionByBend() {
    double square = variance() + (exact ? squareY : 0);
    return (exact ? 2 : 1) * 0.75 * temperatureX * bend * bend * square * square;
  }

  /** The part of the load that random curvature adds, T_x (lambda'/lambda)^2 lambda. */
  double multiplicativeLoad() {
    return temperatureX * slope * slope / curvature;
  }

  /**
   * The index of the power-law tail of y.
   *
   * @return alpha, E|1 - h lambda - h lambda' sigma z|^alpha = 1; in continuous time 1 + lambda /
   *     (T_x lambda'^2)
   */
  double tailIndex() {
    return step == 0
        ? 1 + 1 / multiplicativeLoad()
        : NormalPower.index(1 - step * curvature, jitter());
  }
}
