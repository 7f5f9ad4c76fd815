package org.thalweg.landscapes;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.PerCoordinate;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeFactory;

/**
 * Offers a sum of quartic double wells, one per axis: L = sum_i [barrier_i ((x_i/width_i)^2 - 1)^2
 * + tilt_i x_i], with 2^dim minima while every axis keeps both of its own.
 *
 * <p>The sum is separable, so that under noise of one temperature Gibbs' distribution is a product
 * and each axis has Kramers' rate of its own, that of {@code double-well} where the tilt is zero.
 * An axis keeps two minima while |tilt| &lt; 8 barrier/(3 sqrt(3) width), the largest slope of the
 * quartic between them; beyond, one is left, and that is allowed.
 *
 * <p>Source: Kramers 1940, doi:10.1016/S0031-8914(40)90098-2 (large friction).
 */
@Plugin(
    id = "multi-well",
    doc = "A double well along every axis: 2^dim minima in any number of dimensions",
    ref = "Kramers 1940, doi:10.1016/S0031-8914(40)90098-2",
    formula = "L = sum_i [barrier_i ((x_i/width_i)^2 - 1)^2 + tilt_i x_i]")
@Component
public final class MultiWell implements LandscapeFactory<MultiWell.Params> {
  /**
   * The parameters.
   *
   * @param dim the number of parameters
   * @param barrier the barriers' heights without tilt
   * @param width the distances of the minima from zero without tilt
   * @param tilt the slopes that make one of an axis' wells deeper
   */
  public record Params(
      @Param(doc = "number of parameters", min = 1, max = 1e7) int dim,
      @Param(
              doc = "heights of the barriers: one number per parameter, or one for all",
              unit = "loss",
              min = 0,
              above = true)
          double[] barrier,
      @Param(
              doc =
                  "the minima are at -width and +width without tilt: one number per parameter, or"
                      + " one for all",
              unit = "theta",
              min = 0,
              above = true)
          double[] width,
      @Param(
              doc =
                  "slopes added, which make the wells at negative x deeper if positive: one number"
                      + " per parameter, or one for all",
              unit = "loss/theta")
          double[] tilt) {}

  @Override
  public Params defaults() {
    return new Params(2, new double[] {1}, new double[] {1}, new double[] {0});
  }

  @Override
  public Landscape create(Params parameters, Assembly assembly) {
    int dim = parameters.dim();
    return new MultiWellLandscape(
        PerCoordinate.of("barrier", parameters.barrier(), dim),
        PerCoordinate.of("width", parameters.width(), dim),
        PerCoordinate.of("tilt", parameters.tilt(), dim));
  }
}
