package org.thalweg.integrators;

import java.util.Optional;
import org.thalweg.api.problem.DiffusiveNoise;
import org.thalweg.api.problem.NoiseCapabilities;
import org.thalweg.api.problem.NoiseFactor;
import org.thalweg.api.problem.NoiseModel;

/** What every Langevin scheme asks of a noise: a factor B, and mostly normal increments. */
final class Diffusions {
  private Diffusions() {}

  /** Why a scheme for normal increments cannot use the noise. */
  static Optional<String> objection(String scheme, NoiseModel noise) {
    if (noise.noDiffusion().isEmpty() && noise.traits().stableIndex().isPresent()) {
      return Optional.of(
          scheme
              + " is for normal increments, and this noise's are alpha-stable with index "
              + noise.traits().stableIndex().getAsDouble()
              + "; use euler-maruyama or sgd");
    }
    return anyObjection(scheme, noise);
  }

  /** Why a scheme for increments of either kind cannot use the noise. */
  static Optional<String> anyObjection(String scheme, NoiseModel noise) {
    if (noise.noDiffusion().isPresent()) {
      return noise.noDiffusion();
    }
    if (NoiseCapabilities.diffusive(noise).isEmpty()) {
      return Optional.of(
          scheme
              + " needs a noise with a factor B, B B^T = eta C, which this noise does not give;"
              + " use sgd, or another noise");
    }
    return Optional.empty();
  }

  /**
   * The noise's factor for one chunk.
   *
   * @throws IllegalArgumentException if it has none
   */
  static NoiseFactor factor(NoiseModel noise, int walkers) {
    return NoiseCapabilities.diffusive(noise)
        .orElseThrow(() -> new IllegalArgumentException("the noise has no diffusion"))
        .factor(walkers);
  }

  /** The noise's constant diagonal B, or no entries where it declares none. */
  static double[] constantDiagonal(NoiseModel noise) {
    return NoiseCapabilities.diffusive(noise)
        .flatMap(DiffusiveNoise::constantDiagonal)
        .orElseGet(() -> new double[0]);
  }
}
