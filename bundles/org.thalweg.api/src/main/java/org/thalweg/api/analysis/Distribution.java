package org.thalweg.api.analysis;

import java.util.function.ToDoubleFunction;

/** A distribution of the parameters at one time: walkers or a density. */
public sealed interface Distribution permits WalkerChunk, GridDensity {
  /**
   * The number of parameters.
   *
   * @return the length of a point
   */
  int dim();

  /**
   * The expectation of a function.
   *
   * @param f the function; the point that it is given is reused
   * @return for walkers the mean with its standard error, for densities the integral, extrapolated
   *     from two grids, with the change between them
   */
  Estimate expectation(ToDoubleFunction<double[]> f);
}
