package org.thalweg.starts;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.block.Draws;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.PerCoordinate;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Start;
import org.thalweg.api.problem.StartFactory;

/** Offers a start spread evenly over a box, so that "x uniform, y = 0" can be said. */
@Plugin(
    id = "uniform",
    doc = "Walkers start uniformly in a box, which may be thin",
    formula = "theta_i uniform in (from_i, to_i)")
@Component
public final class Uniform implements StartFactory<Uniform.Params> {
  /**
   * The parameters.
   *
   * @param from the lower ends
   * @param to the upper ends, not below the lower; equal ends make a coordinate start there
   */
  public record Params(
      @Param(doc = "lower ends: one number per parameter, or one for all", unit = "theta")
          double[] from,
      @Param(
              doc =
                  "upper ends: one number per parameter, or one for all; equal to the lower one"
                      + " starts there",
              unit = "theta")
          double[] to) {}

  @Override
  public Params defaults() {
    return new Params(new double[] {-1}, new double[] {1});
  }

  @Override
  public Start create(Params parameters, Landscape landscape, Assembly assembly) {
    int dim = landscape.dim();
    double[] from = PerCoordinate.of("from", parameters.from(), dim);
    double[] to = PerCoordinate.of("to", parameters.to(), dim);
    double[] length = new double[dim];
    AxisLaw[] laws = new AxisLaw[dim];
    for (int i = 0; i < dim; i++) {
      if (to[i] < from[i]) {
        throw new InvalidParameterException(
            "to",
            "is "
                + to[i]
                + " for parameter "
                + i
                + ", below its from, "
                + from[i]
                + "; exchange them or make them equal");
      }
      length[i] = to[i] - from[i];
      laws[i] = length[i] == 0 ? new PointLaw(from[i]) : new UniformLaw(from[i], to[i]);
    }
    return new ScaledStart(Draws::uniforms, from, length, laws);
  }
}
