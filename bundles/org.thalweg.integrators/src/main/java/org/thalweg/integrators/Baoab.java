package org.thalweg.integrators;

import java.util.OptionalDouble;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.method.Integrator;
import org.thalweg.api.method.IntegratorFactory;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;

/**
 * Offers underdamped Langevin dynamics (unit mass), whose positions sample exp(-L/T) with a small
 * error even at large steps.
 *
 * <p>Equations: dx = p dt, dp = -grad L dt - gamma p dt + sqrt(gamma) B dW; with B B^T = 2 T I the
 * steady state is exp(-(L + p^2/2)/T). Time is that of these equations: at high friction, positions
 * follow the overdamped equation at time t/gamma.
 *
 * <p>Scheme: half a kick (B), half a drift (A), the exact Ornstein-Uhlenbeck step of the momentum
 * (O), half a drift, half a kick. With c = exp(-gamma h): p &lt;- c p + sqrt((1 - c^2)/(2 h)) B dW,
 * of variance (1 - c^2) T.
 *
 * <p>Properties: weak order 2; on a quadratic bowl the positions' variance T/h_i is exact at every
 * stable step (h^2 h_i below 4); one gradient per step. No strong order is claimed.
 *
 * <p>Source: Leimkuhler, Matthews 2013, doi:10.1093/amrx/abs010.
 */
@Plugin(
    id = "baoab",
    doc = "BAOAB splitting for underdamped Langevin dynamics at one temperature",
    ref = "Leimkuhler, Matthews 2013, doi:10.1093/amrx/abs010")
@Component
public final class Baoab implements IntegratorFactory<Baoab.Params> {
  /**
   * The parameters.
   *
   * @param step h; empty for the learning rate at t = 0
   * @param friction gamma
   */
  public record Params(
      @Param(
              doc = "length h of a step; the learning rate at t = 0 if not given",
              unit = "time",
              min = 0,
              above = true)
          OptionalDouble step,
      @Param(doc = "friction gamma", unit = "1/time", min = 0) double friction) {}

  @Override
  public Params defaults() {
    return new Params(OptionalDouble.empty(), 1);
  }

  @Override
  public Integrator create(Params parameters, Assembly assembly) {
    return new BaoabIntegrator(parameters.step(), parameters.friction());
  }
}
