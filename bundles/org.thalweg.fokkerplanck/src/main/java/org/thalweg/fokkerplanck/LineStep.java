package org.thalweg.fokkerplanck;

/**
 * Which one-step method takes the lines of a direction through a step: the trapezoidal rule where
 * the step hardly exceeds the time between two jumps, else TR-BDF2, at twice the cost.
 *
 * <p>The trapezoidal rule is u to 2 S u - u with S = (I - (h/2) A)^-1: one solve and of second
 * order, but it damps stiff parts by (1 - z/2)/(1 + z/2) only, z = -h times an eigenvalue. z is at
 * most 2 h times the largest exit rate, so that below {@link #STIFF} nothing is damped less than
 * TR-BDF2's neighbours of a smooth density need: by 0.6 or more a step. Where half a step has at
 * most {@link #SURE} exits, 2 S - I = S (I + (h/2) A) has no negative entry, and its result need
 * not be looked at. Its positive companion is S S u, of the same mean time.
 */
enum LineStep {
  TRAPEZOIDAL_POSITIVE(0.5),
  TRAPEZOIDAL(0.5),
  TR_BDF2(TrBdf2.D);

  /** Most jumps a step, in the cell that jumps most, for the trapezoidal rule. */
  private static final double STIFF = 4;

  /** Jumps in half a step up to which the trapezoidal rule is positive, with room for rounding. */
  private static final double SURE = 0.9;

  /** Implicit part of a step: S = (I - implicit h A)^-1. */
  final double implicit;

  LineStep(double implicit) {
    this.implicit = implicit;
  }

  /** The cheapest that serves a direction whose largest exit rate is {@code fastest}. */
  static LineStep of(double fastest, double h) {
    double jumps = fastest * h;
    if (jumps <= 2 * SURE) {
      return TRAPEZOIDAL_POSITIVE;
    }
    return jumps <= STIFF ? TRAPEZOIDAL : TR_BDF2;
  }
}
