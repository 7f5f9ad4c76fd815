package org.thalweg.landscapes;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeFactory;

/**
 * Offers a circular valley whose sharpness changes along the angle: L = L0(phi) + lambda(phi) (r -
 * radius)^2/2, lambda = flat + (sharp - flat) (1 - cos phi)/2, L0 = height (1 - cos(phi -
 * lowest))/2.
 *
 * <p>The valley is flattest at the angle 0 and sharpest at pi. Its floor is the circle, its
 * parameter s the angle from -pi to pi; in the limit of a large radius it is the periodic valley of
 * {@code valley} with a cosine profile.
 *
 * <p>At the origin r and phi have no derivatives. Within half a radius of it, r and the cosine and
 * sine of phi are therefore continued by even polynomials, so that L, its gradient and its Hessian
 * are continuous everywhere; from radius/2 outwards the formula is exact. Inside, the loss is about
 * 0.33 middle radius^2 at the origin instead of 0.5, middle = (flat + sharp)/2: what walkers do
 * that cross the origin is the model's, not a ring's.
 *
 * <p>Source of the model: Yang, Tang, Tu 2023, doi:10.1103/PhysRevLett.130.237101, bent to a ring.
 */
@Plugin(
    id = "ring-valley",
    doc = "Circular valley in the plane whose flatness changes with the angle",
    ref = "after Yang, Tang, Tu 2023, doi:10.1103/PhysRevLett.130.237101",
    formula =
        "L = height (1 - cos(phi - lowest))/2 + [flat + (sharp - flat) (1 - cos phi)/2] (r -"
            + " radius)^2/2 for r >= radius/2, smooth within")
@Component
public final class RingValley implements LandscapeFactory<RingValley.Params> {
  /**
   * The parameters.
   *
   * @param radius the radius of the floor
   * @param flat the curvature at the angle 0
   * @param sharp the curvature at the angle pi
   * @param height how much the floor's loss varies
   * @param lowest the angle where the floor is lowest
   */
  public record Params(
      @Param(doc = "radius of the floor", unit = "theta", min = 0, above = true) double radius,
      @Param(doc = "curvature across at the angle 0", unit = "loss/theta^2", min = 0, above = true)
          double flat,
      @Param(
              doc = "curvature across at the angle pi, not below the flat one",
              unit = "loss/theta^2",
              min = 0,
              above = true)
          double sharp,
      @Param(doc = "difference of the floor's highest and lowest loss", unit = "loss", min = 0)
          double height,
      @Param(doc = "angle where the floor is lowest", unit = "rad") double lowest) {}

  @Override
  public Params defaults() {
    return new Params(2, 0.5, 4.5, 0, 0);
  }

  @Override
  public Landscape create(Params parameters, Assembly assembly) {
    if (parameters.sharp() < parameters.flat()) {
      throw new InvalidParameterException(
          "sharp",
          "is "
              + parameters.sharp()
              + ", below flat, which is "
              + parameters.flat()
              + "; exchange them (the valley is flattest at the angle 0)");
    }
    return new RingValleyLandscape(parameters);
  }
}
