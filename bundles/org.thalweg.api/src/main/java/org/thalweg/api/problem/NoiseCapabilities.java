package org.thalweg.api.problem;

import java.util.Optional;

/**
 * Derives a noise's missing capabilities from those that it has, where that is exact.
 *
 * <ul>
 *   <li>minibatch gradients from a factor: g = grad L - B z / sqrt(eta), whose covariance is B B^T
 *       / eta = C; the sign makes an SGD step equal to the Euler-Maruyama step of length eta on the
 *       same Brownian path;
 *   <li>the covariance from a factor: C = B B^T / eta, column by column;
 * </ul>
 *
 * <p>Nothing is ever estimated by sampling here.
 */
public final class NoiseCapabilities {
  private NoiseCapabilities() {}

  /**
   * The noise as a source of minibatch gradients.
   *
   * @param noise the noise
   * @param setting what it acts with
   * @return the noise itself, or a derived one, or empty
   */
  public static Optional<MinibatchNoise> minibatch(NoiseModel noise, Setting setting) {
    if (noise instanceof MinibatchNoise m) {
      return Optional.of(m);
    }
    if (noise instanceof DiffusiveNoise d && noise.noDiffusion().isEmpty()) {
      return Optional.of(new MinibatchFromFactor(d, setting));
    }
    return Optional.empty();
  }

  /**
   * The noise as a diffusion.
   *
   * @param noise the noise
   * @return the noise itself, or empty; {@link NoiseModel#noDiffusion()} then says why
   */
  public static Optional<DiffusiveNoise> diffusive(NoiseModel noise) {
    return noise instanceof DiffusiveNoise d && noise.noDiffusion().isEmpty()
        ? Optional.of(d)
        : Optional.empty();
  }

  /**
   * The noise's covariance in closed form; alpha-stable noise has none.
   *
   * @param noise the noise
   * @param setting what it acts with
   * @return the noise itself, or a derived one, or empty; {@link NoiseModel#noDiffusion()} then
   *     says why
   */
  public static Optional<HasCovariance> covariance(NoiseModel noise, Setting setting) {
    if (noise.noDiffusion().isPresent() || noise.traits().stableIndex().isPresent()) {
      return Optional.empty();
    }
    if (noise instanceof HasCovariance c) {
      return Optional.of(c);
    }
    if (noise instanceof DiffusiveNoise d) {
      return Optional.of(new CovarianceFromFactor(d, setting));
    }
    return Optional.empty();
  }
}
