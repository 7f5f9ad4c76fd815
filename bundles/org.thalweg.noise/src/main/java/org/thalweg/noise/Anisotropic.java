package org.thalweg.noise;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.NoiseFactory;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;

/**
 * Offers the solvable model's noise, stronger across a valley than along it: D_y = delta
 * (lambda/lambda0)^power, D_x = D_y/kappa.
 *
 * <p>It is given as a diffusion (theta^2/time) and does <em>not</em> depend on learning rate and
 * batch size: per step C = 2 D/eta. With power 0 and a kappa above 1 the steady state prefers flat
 * places, p(x) ~ F^kappa exp(-kappa L0/delta).
 *
 * <p>Source: Yang, Tang, Tu 2023, doi:10.1103/PhysRevLett.130.237101, Eq. 7.
 */
@Plugin(
    id = "anisotropic",
    doc = "Noise that is kappa times stronger across a valley than along it",
    ref = "Yang, Tang, Tu 2023, doi:10.1103/PhysRevLett.130.237101, Eq. 7",
    formula = "D_y = delta (lambda/lambda0)^power, D_x = D_y/kappa")
@Component
public final class Anisotropic implements NoiseFactory<Anisotropic.Params> {
  /**
   * The parameters.
   *
   * @param delta D across the valley where the curvature is lambda0
   * @param kappa the ratio of both D
   * @param power how D grows with curvature
   */
  public record Params(
      @Param(
              doc = "Delta, D across the valley, whatever the learning rate and batch size",
              unit = "theta^2/time",
              min = 0)
          double delta,
      @Param(doc = "kappa, D across over D along", min = 0, above = true) double kappa,
      @Param(doc = "power of lambda/lambda0 by which D varies along the floor; 0 for constant")
          double power) {}

  @Override
  public Params defaults() {
    return new Params(0.01, 5, 0);
  }

  @Override
  public NoiseModel create(Params parameters, Setting setting, Assembly assembly) {
    Landscape landscape = setting.landscape();
    if (landscape.dim() != 2) {
      throw new InvalidParameterException(
          "",
          "is for 2 parameters, along and across a valley, but the landscape has "
              + landscape.dim()
              + "; use isotropic noise, or a valley");
    }
    double across = parameters.delta();
    double along = across / parameters.kappa();
    if (parameters.power() == 0) {
      return new ConstantAnisotropic(along, across, setting);
    }
    return landscape
        .valley()
        .<NoiseModel>map(
            shape -> new CurvatureAnisotropic(along, across, parameters.power(), shape, setting))
        .orElseThrow(
            () ->
                new InvalidParameterException(
                    "power",
                    "is "
                        + parameters.power()
                        + ", but the landscape is no valley with a curvature to follow; set it to"
                        + " 0, or use a valley"));
  }
}
