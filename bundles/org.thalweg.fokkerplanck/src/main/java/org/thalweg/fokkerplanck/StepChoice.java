package org.thalweg.fokkerplanck;

import java.util.OptionalDouble;

/**
 * How long the time steps may be, so that their errors add up to no more than asked for.
 *
 * <p>Half of the tolerance that is left is shared out in proportion to time, half in proportion to
 * the logarithm of time, which lets a start from one cell be resolved by ever growing steps.
 *
 * @param tolerance bound on the sum of all steps' errors, a sum of absolute differences over cells
 * @param horizon end of the run
 * @param fastest largest exit rate of a cell, 1/time; sets the first step tried
 * @param fixed a fixed step instead
 * @param doubled whether every step is also taken in two halves, which tells its error
 */
record StepChoice(
    double tolerance, double horizon, double fastest, OptionalDouble fixed, boolean doubled) {
  StepChoice(double tolerance, double horizon, double fastest) {
    this(tolerance, horizon, fastest, OptionalDouble.empty());
  }

  StepChoice(double tolerance, double horizon, double fastest, OptionalDouble fixed) {
    this(tolerance, horizon, fastest, fixed, true);
  }

  /** The first step to try. */
  double first() {
    return Math.min(horizon, 1 / fastest);
  }

  /**
   * The error that a step of length h at {@code time} may make.
   *
   * @param spent sum of the errors of all steps before; what they left over is shared out again
   */
  double allowed(double time, double h, double spent) {
    double left = horizon - time;
    double even = h / left;
    double early =
        StrictMath.log1p(h / (time + first())) / StrictMath.log1p(left / (time + first()));
    return 0.5 * Math.max(0, tolerance - spent) * (even + early);
  }

  /** By how much the next step may be longer than one that made an error. */
  static double growth(double error, double allowed) {
    return error > 0 ? 0.9 * StrictMath.cbrt(allowed / error) : Double.MAX_VALUE;
  }
}
