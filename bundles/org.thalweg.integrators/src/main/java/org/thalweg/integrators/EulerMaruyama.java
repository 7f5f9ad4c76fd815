package org.thalweg.integrators;

import java.util.OptionalDouble;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.IntegratorFactory;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;

/**
 * Offers the simplest scheme for Langevin dynamics (Ito).
 *
 * <p>Scheme: theta &lt;- theta - h grad L + B(theta) dW, dW normal of variance h.
 *
 * <p>Properties: strong order 1/2, 1 for additive noise; weak order 1; explicit, stable for h times
 * the largest curvature below 2.
 *
 * <p>Under alpha-stable noise the increments are stable ones, which scale as h^(1/alpha). No order
 * is claimed there: means and variances, by which it would be measured, need not exist.
 *
 * <p>When to use: always first; with h = eta it is discrete SGD with normal noise.
 *
 * <p>Source: Maruyama 1955, doi:10.1007/BF02846028; Kloeden, Platen 1992,
 * doi:10.1007/978-3-662-12616-5, section 10.2.
 */
@Plugin(
    id = "euler-maruyama",
    doc = "Euler-Maruyama scheme for Langevin dynamics",
    ref = "Maruyama 1955, doi:10.1007/BF02846028")
@Component
public final class EulerMaruyama implements IntegratorFactory<EulerMaruyama.Params> {
  /**
   * The parameters.
   *
   * @param step h; empty for the learning rate at t = 0
   */
  public record Params(
      @Param(
              doc = "length h of a step; the learning rate at t = 0 if not given",
              unit = "time",
              min = 0,
              above = true)
          OptionalDouble step) {}

  @Override
  public Params defaults() {
    return new Params(OptionalDouble.empty());
  }

  @Override
  public Integrator create(Params parameters, Assembly assembly) {
    return new EulerMaruyamaIntegrator(parameters.step());
  }
}
