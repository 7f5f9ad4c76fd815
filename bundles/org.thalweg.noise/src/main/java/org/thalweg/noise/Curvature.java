package org.thalweg.noise;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.PerCoordinate;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.NoiseFactory;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;

/**
 * Offers minibatches whose curvature is a random multiple of the full one, beside a random shift: g
 * = (1 + zeta)(grad L + H s).
 *
 * <p>zeta ~ N(0, relative^2/B) multiplies all of a minibatch's loss, and s ~ N(0, sigma^2/B) per
 * axis shifts it, independently. C = (relative^2/B) grad L grad L^T + (sigma^2/B)(1 + relative^2/B)
 * H^2. Across a valley at fixed x the variance is eta lambda (1 + s2) sigma^2/(2 - eta lambda (1 +
 * s2)) for B = 1, s2 = relative^2, and is infinite from eta lambda (1 + s2) = 2 on.
 *
 * <p>Source: the project's notes, section S2.
 */
@Plugin(
    id = "curvature",
    doc = "Minibatches see curvatures that are random multiples, beside a random shift",
    ref = "after Yang, Tang, Tu 2023, doi:10.1103/PhysRevLett.130.237101, supplement",
    formula = "g = (1 + zeta)(grad L + H s), zeta ~ N(0, relative^2/B), s ~ N(0, sigma^2/B)")
@Component
public final class Curvature implements NoiseFactory<Curvature.Params> {
  /**
   * The parameters.
   *
   * @param relative the relative standard deviation of the curvature per sample
   * @param sigma the shift's standard deviation per sample and axis
   */
  public record Params(
      @Param(
              doc = "s.d. of one sample's curvature over the full one; relative^2/batch acts",
              min = 0)
          double relative,
      @Param(
              doc =
                  "sigma, the shift's s.d. for one sample, sigma^2/batch acts: one number per"
                      + " parameter, or one for all",
              unit = "theta",
              min = 0)
          double[] sigma) {}

  @Override
  public Params defaults() {
    return new Params(0.3, new double[] {0.1});
  }

  @Override
  public NoiseModel create(Params parameters, Setting setting, Assembly assembly) {
    double[] sigma = PerCoordinate.of("sigma", parameters.sigma(), setting.landscape().dim());
    return new CurvatureNoise(parameters.relative(), sigma, setting);
  }
}
