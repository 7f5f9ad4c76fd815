package org.thalweg.fokkerplanck;

/**
 * The diffusion matrix D of dP/dt = sum d_i(P d_i L) + sum d_i d_j(D_ij P) as a function of
 * position, kept apart from the noise model so that the solver can be tested on any matrix.
 */
@FunctionalInterface
interface Diffusion {
  /**
   * Writes the full symmetric, positive semidefinite matrix at one point.
   *
   * @param x coordinates, length 1 or 2; not to be kept or changed
   * @param out row by row, length dim*dim; units of position squared per time
   */
  void at(double[] x, double[] out);
}
