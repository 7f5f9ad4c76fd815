package org.thalweg.fokkerplanck;

/**
 * Coefficients of the one-step method TR-BDF2 and of its positive companion, both written with the
 * same solve S = (I - s A)^-1, s = D h, so that no other factors and no matrix products are needed.
 *
 * <p>Scheme: u becomes S(2 A S u - (A+B) u), second order, L-stable (Bank et al. 1985,
 * doi:10.1109/T-ED.1985.22232; Hosea, Shampine 1996, doi:10.1016/0168-9274(95)00115-8). It may turn
 * negative where u varies within the distance sqrt(diffusion s). The companion W S^3 u + (1-W) S^4
 * u is non-negative for every non-negative u, conserves mass as exactly, and covers the same time
 * on average: first order, with a third of backward Euler's error.
 */
final class TrBdf2 {
  private static final double GAMMA = 2 - Math.sqrt(2);

  /** Implicit part of a step: S = (I - D h A)^-1. */
  static final double D = GAMMA / 2;

  /** 2 A. */
  static final double SOLVED = 2 / (GAMMA * (2 - GAMMA));

  /** A + B = 2 A - 1, as mass conservation demands. */
  static final double START = SOLVED - 1;

  /** Weight of three solves beside four: 3 W + 4 (1 - W) = 1 / D. */
  static final double THREE = 4 - 1 / D;

  private TrBdf2() {}

  /**
   * The largest share of the accurate result that keeps an entry non-negative when blended with the
   * positive one, reduced by a little more than rounding.
   *
   * @param accurate a negative entry
   * @param positive the companion's entry, at least 0
   */
  static double share(double accurate, double positive) {
    return (1 - 1e-9) * positive / (positive - accurate);
  }
}
