package org.thalweg.api.problem;

import java.util.List;

/**
 * One problem, to be solved in several ways.
 *
 * @param setting landscape, learning rate and batch size
 * @param noise the noise, made for the setting
 * @param start where walkers and densities begin
 * @param domain one axis per parameter
 * @param horizon the time at which it ends (learning rate times steps)
 * @param divergence when a walker counts as diverged
 */
public record Problem(
    Setting setting,
    NoiseModel noise,
    Start start,
    List<Axis> domain,
    double horizon,
    Divergence divergence) {
  /**
   * The landscape.
   *
   * @return {@code setting().landscape()}
   */
  public Landscape landscape() {
    return setting.landscape();
  }

  /**
   * The number of parameters.
   *
   * @return {@code landscape().dim()}
   */
  public int dim() {
    return setting.landscape().dim();
  }

  /**
   * The same problem under another noise.
   *
   * @param other the noise
   * @return a new problem
   */
  public Problem with(NoiseModel other) {
    return new Problem(setting, other, start, domain, horizon, divergence);
  }
}
