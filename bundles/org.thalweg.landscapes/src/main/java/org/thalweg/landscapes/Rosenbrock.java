package org.thalweg.landscapes;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeFactory;

/**
 * Offers Rosenbrock's curved valley L = sum_i [(a - x_i)^2 + b (x_(i+1) - x_i^2)^2], steep across
 * and nearly flat along a parabola.
 *
 * <p>In two dimensions the minimum is zero, at (a, a^2), and the floor is the parabola x_1 = x_0^2,
 * on which L = (a - x_0)^2. In more dimensions the minimum is zero only for a = 1, at (1, .. , 1);
 * from four dimensions on there is a second minimum near (-1, 1, .. , 1).
 *
 * <p>Source: Rosenbrock 1960, doi:10.1093/comjnl/3.3.175; its extension to more dimensions and its
 * stationary points: Kok, Sandrock 2009, doi:10.1162/evco.2009.17.3.437.
 */
@Plugin(
    id = "rosenbrock",
    doc = "Rosenbrock's curved valley in two or more dimensions",
    ref = "Rosenbrock 1960, doi:10.1093/comjnl/3.3.175",
    formula = "L = sum_i [(a - x_i)^2 + b (x_(i+1) - x_i^2)^2], i = 0 .. dim - 2")
@Component
public final class Rosenbrock implements LandscapeFactory<Rosenbrock.Params> {
  /**
   * The parameters.
   *
   * @param dim the number of parameters
   * @param a where the floor is lowest
   * @param b how steep the valley is
   */
  public record Params(
      @Param(doc = "number of parameters", min = 2, max = 1e7) int dim,
      @Param(doc = "a, the first coordinate of the minimum in two dimensions", unit = "theta")
          double a,
      @Param(doc = "b, steepness of the valley's sides", min = 0, above = true) double b) {}

  @Override
  public Params defaults() {
    return new Params(2, 1, 100);
  }

  @Override
  public Landscape create(Params parameters, Assembly assembly) {
    return new RosenbrockLandscape(parameters.dim(), parameters.a(), parameters.b());
  }
}
