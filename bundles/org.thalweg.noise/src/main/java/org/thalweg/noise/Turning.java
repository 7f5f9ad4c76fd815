package org.thalweg.noise;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.NoiseFactory;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;

/**
 * Offers anisotropic noise whose axes turn along the first coordinate, as they do beside a bent
 * valley: D = R diag(along, across) R^T, R a rotation by the angle turn sin(wave x).
 *
 * <p>It is given as a diffusion (theta^2/time), like the noise {@code anisotropic}, and is the
 * simplest one with a full diffusion matrix that depends on position and is nowhere degenerate.
 */
@Plugin(
    id = "turning",
    doc = "Anisotropic noise whose axes turn with position: full, position-dependent D",
    formula = "D = R diag(along, across) R^T, R a rotation by turn sin(wave x)")
@Component
public final class Turning implements NoiseFactory<Turning.Params> {
  /**
   * The parameters.
   *
   * @param along D along the turned first axis
   * @param across D along the turned second axis
   * @param turn the largest angle
   * @param wave how fast the angle changes
   */
  public record Params(
      @Param(doc = "D along the turned first axis", unit = "theta^2/time", min = 0) double along,
      @Param(doc = "D along the turned second axis", unit = "theta^2/time", min = 0) double across,
      @Param(doc = "largest angle by which the axes turn", unit = "rad") double turn,
      @Param(doc = "k, the angle is turn sin(k x)", unit = "1/theta") double wave) {}

  @Override
  public Params defaults() {
    return new Params(0.002, 0.01, 0.25, 1);
  }

  @Override
  public NoiseModel create(Params parameters, Setting setting, Assembly assembly) {
    int dim = setting.landscape().dim();
    if (dim != 2) {
      throw new InvalidParameterException(
          "",
          "is for 2 parameters, whose axes turn, but the landscape has "
              + dim
              + "; use isotropic noise, or a landscape of 2 parameters");
    }
    return new TurningNoise(parameters, setting);
  }
}
