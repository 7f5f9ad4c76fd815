package org.thalweg.fokkerplanck;

/**
 * Advances a density in time by steps of any size, so that step control need not know the solver.
 */
interface Propagator {
  /** Advances {@code state} in place by {@code count} steps of size {@code h} each. */
  void advance(GridState state, double h, int count);

  /** Steps (of lines, or of the whole grid) so far that were blended to stay non-negative. */
  long blended();

  /** True if every state stays non-negative in floating point. */
  boolean positive();
}
