package org.thalweg.landscapes;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeFactory;

/**
 * Offers the quartic double well L(x) = barrier ((x/width)^2 - 1)^2, on which escape over a barrier
 * can be checked.
 *
 * <p>Minima of loss zero at x = -width and +width, curvature 8 barrier/width^2; the top at x = 0,
 * curvature -4 barrier/width^2. Under noise of temperature T much below the barrier, walkers leave
 * one well at Kramers' rate sqrt(L''(width) |L''(0)|)/(2 pi) exp(-barrier/T) = (2 sqrt(2)
 * barrier/(pi width^2)) exp(-barrier/T) per time.
 *
 * <p>Source: Kramers 1940, doi:10.1016/S0031-8914(40)90098-2 (large friction).
 */
@Plugin(
    id = "double-well",
    doc = "Quartic bistable well in one dimension",
    ref = "Kramers 1940, doi:10.1016/S0031-8914(40)90098-2",
    formula = "L = barrier ((x/width)^2 - 1)^2")
@Component
public final class DoubleWell implements LandscapeFactory<DoubleWell.Params> {
  /**
   * The parameters.
   *
   * @param barrier the loss at x = 0
   * @param width the distance of the minima from x = 0
   */
  public record Params(
      @Param(doc = "height of the barrier", unit = "loss", min = 0, above = true) double barrier,
      @Param(doc = "the minima are at -width and +width", unit = "theta", min = 0, above = true)
          double width) {}

  @Override
  public Params defaults() {
    return new Params(1, 1);
  }

  @Override
  public Landscape create(Params parameters, Assembly assembly) {
    return new DoubleWellLandscape(parameters.barrier(), parameters.width());
  }
}
