package org.thalweg.api.problem;

/**
 * A noise whose minibatches see the loss shifted by a normal vector s; closed forms ask for its
 * size.
 */
public interface ShiftNoise extends NoiseModel {
  /**
   * The standard deviations of one minibatch's shift.
   *
   * @param t the time
   * @return one per parameter, sigma / sqrt(batch) (unit: theta)
   */
  double[] shift(double t);

  /**
   * How the shift enters the gradient.
   *
   * @return true for g = grad L(theta + s), false for g = grad L + H s
   */
  boolean exact();
}
