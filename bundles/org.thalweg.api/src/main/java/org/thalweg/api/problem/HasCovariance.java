package org.thalweg.api.problem;

/** A noise that gives its covariance in closed form: what Fokker-Planck needs. */
public interface HasCovariance extends NoiseModel {
  /**
   * The covariance C of one step's minibatch gradient; D = eta C / 2.
   *
   * @param t the time
   * @param x the point
   * @param out set to C, row by row, of length dim^2 (unit: gradient squared)
   */
  void covariance(double t, double[] x, double[] out);
}
