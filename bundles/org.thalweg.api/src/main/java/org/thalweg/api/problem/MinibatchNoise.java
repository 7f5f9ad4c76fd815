package org.thalweg.api.problem;

/** A noise that draws minibatch gradients: what discrete SGD needs. */
public interface MinibatchNoise extends NoiseModel {
  /**
   * Makes a sampler for one chunk.
   *
   * @param walkers the number of walkers of its blocks
   * @return a new sampler that owns its scratch, for one thread at a time
   */
  MinibatchSampler sampler(int walkers);
}
