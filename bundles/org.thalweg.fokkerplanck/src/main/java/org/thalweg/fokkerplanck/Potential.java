package org.thalweg.fokkerplanck;

/**
 * The drift's potential as the solver needs it: the drift is minus its gradient, and only
 * differences between neighbouring points are ever taken, so that a Gibbs state is kept exactly.
 */
@FunctionalInterface
interface Potential {
  /**
   * The potential at one point.
   *
   * @param x coordinates, length 1 or 2; not to be kept or changed
   * @return the potential, in units of the loss; must be finite inside the domain
   */
  double at(double[] x);
}
