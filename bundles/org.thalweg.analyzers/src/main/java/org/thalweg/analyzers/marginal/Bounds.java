package org.thalweg.analyzers.marginal;

/**
 * How errors of sampling and bounds on other errors are put together.
 *
 * <p>A bound counts as a rectangular distribution between its ends, of standard deviation bound /
 * sqrt(3), after the Guide to the Expression of Uncertainty in Measurement (JCGM 100:2008, 4.3.7).
 */
public final class Bounds {
  private Bounds() {}

  /**
   * The standard deviation of both together.
   *
   * @param sampling a standard error
   * @param bound a bound on another error
   */
  public static double combine(double sampling, double bound) {
    return Math.sqrt(sampling * sampling + bound * bound / 3);
  }
}
