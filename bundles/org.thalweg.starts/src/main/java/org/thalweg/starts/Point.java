package org.thalweg.starts;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.PerCoordinate;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Start;
import org.thalweg.api.problem.StartFactory;

/** Offers a start at one point, the sharpest initial condition. */
@Plugin(
    id = "point",
    doc = "All walkers start at one point",
    formula = "theta(0) = at",
    example = "{\"type\": \"point\", \"at\": 0}")
@Component
public final class Point implements StartFactory<Point.Params> {
  /**
   * The parameters.
   *
   * @param at the point
   */
  public record Params(
      @Param(
              doc = "the point: one number per parameter, or one for all",
              unit = "theta",
              required = true)
          double[] at) {}

  @Override
  public Params defaults() {
    return new Params(new double[] {0});
  }

  @Override
  public Start create(Params parameters, Landscape landscape, Assembly assembly) {
    int dim = landscape.dim();
    double[] at = PerCoordinate.of("at", parameters.at(), dim);
    AxisLaw[] laws = new AxisLaw[dim];
    for (int i = 0; i < dim; i++) {
      laws[i] = new PointLaw(at[i]);
    }
    return new ScaledStart((draws, x) -> x.fill(0), at, new double[dim], laws);
  }
}
