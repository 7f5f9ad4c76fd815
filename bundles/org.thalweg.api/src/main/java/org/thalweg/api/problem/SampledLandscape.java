package org.thalweg.api.problem;

/**
 * A landscape that is the mean over the samples of a data set, so that each walker can have a
 * minibatch of its own.
 */
public interface SampledLandscape extends Landscape {
  /**
   * The number of samples.
   *
   * @return the size of the data set
   */
  int samples();

  @Override
  SampledEvaluator evaluator(int walkers);
}
