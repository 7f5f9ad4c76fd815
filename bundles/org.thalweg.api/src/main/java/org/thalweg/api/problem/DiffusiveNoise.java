package org.thalweg.api.problem;

import java.util.Optional;

/** A noise with a factor B, B B^T = eta C = 2 D: what Langevin integrators need. */
public interface DiffusiveNoise extends NoiseModel {
  /**
   * Makes the factor for one chunk.
   *
   * @param walkers the number of walkers of its blocks
   * @return a new factor that owns its scratch, for one thread at a time
   */
  NoiseFactor factor(int walkers);

  /**
   * B, where it is diagonal and the same everywhere and always; it spares a step a pass over
   * memory.
   *
   * <p>Declare it only if {@code b[i] * dz} has the bits that the factor gives.
   *
   * @return one entry per parameter (unit: theta over square root of time), or empty
   */
  default Optional<double[]> constantDiagonal() {
    return Optional.empty();
  }
}
