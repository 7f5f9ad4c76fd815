package org.thalweg.api.problem;

import java.util.OptionalDouble;

/** A noise that draws minibatch gradients: what discrete SGD needs. */
public interface MinibatchNoise extends NoiseModel {
  /**
   * Makes a sampler for one chunk.
   *
   * @param walkers the number of walkers of its blocks
   * @return a new sampler that owns its scratch, for one thread at a time
   */
  MinibatchSampler sampler(int walkers);

  /**
   * The covariance of one minibatch gradient as a multiple of that of the samples' own gradients,
   * where minibatches of real samples are the whole of the noise.
   *
   * @param t the time
   * @return the multiple, such as 1/B for B independent draws; for batches that depend on the step,
   *     as those of epochs do, its mean over steps; empty, as by default, for noise that is not of
   *     samples
   */
  default OptionalDouble sampleShare(double t) {
    return OptionalDouble.empty();
  }
}
