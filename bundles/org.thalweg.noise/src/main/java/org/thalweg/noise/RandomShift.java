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
 * Offers the realistic model's noise: a minibatch sees the loss shifted by a small normal s, of
 * variance sigma^2/batch per axis.
 *
 * <p>Two different models: the <em>linearised</em> shift, g = grad L + H s, whose mean is grad L
 * and whose covariance C = H S^2 H, S = diag(sigma)/sqrt(batch), is quadratic in H; and the
 * <em>exact</em> shift, g = grad L(theta + s), whose mean is the gradient of the smoothed loss, so
 * that it drives discrete SGD only.
 *
 * <p>Source: Yang, Tang, Tu 2023, doi:10.1103/PhysRevLett.130.237101, supplement; the distinction
 * is derived in the project's notes, section S2.
 */
@Plugin(
    id = "random-shift",
    doc = "Minibatches see the loss shifted by a random vector",
    ref = "Yang, Tang, Tu 2023, doi:10.1103/PhysRevLett.130.237101, supplement",
    formula = "g = grad L + H s (linearised) or grad L(theta + s) (exact), s ~ N(0, sigma^2/B)")
@Component
public final class RandomShift implements NoiseFactory<RandomShift.Params> {
  /** How the shift enters the gradient. */
  public enum Shift {
    /** g = grad L + H s. */
    LINEARISED,
    /** g = grad L(theta + s). */
    EXACT
  }

  /**
   * The parameters.
   *
   * @param sigma the shift's standard deviation per sample
   * @param shift how the shift enters the gradient
   */
  public record Params(
      @Param(
              doc =
                  "sigma, the shift's s.d. for one sample, sigma^2/batch acts: one number per"
                      + " parameter, or one for all",
              unit = "theta",
              min = 0)
          double[] sigma,
      @Param(doc = "linearised: g = grad L + H s; exact: g = grad L(theta + s)") Shift shift) {}

  @Override
  public Params defaults() {
    return new Params(new double[] {0.1}, Shift.LINEARISED);
  }

  @Override
  public NoiseModel create(Params parameters, Setting setting, Assembly assembly) {
    double[] sigma = PerCoordinate.of("sigma", parameters.sigma(), setting.landscape().dim());
    return parameters.shift() == Shift.LINEARISED
        ? new LinearisedShift(sigma, setting)
        : new ExactShift(sigma, setting);
  }
}
