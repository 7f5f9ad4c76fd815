package org.thalweg.api.problem;

/** A noise with a factor B, B B^T = eta C = 2 D: what Langevin integrators need. */
public interface DiffusiveNoise extends NoiseModel {
  /**
   * Makes the factor for one chunk.
   *
   * @param walkers the number of walkers of its blocks
   * @return a new factor that owns its scratch, for one thread at a time
   */
  NoiseFactor factor(int walkers);
}
