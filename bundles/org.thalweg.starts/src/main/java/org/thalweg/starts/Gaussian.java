package org.thalweg.starts;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.block.Draws;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.PerCoordinate;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Start;
import org.thalweg.api.problem.StartFactory;

/** Offers a start with independent normal coordinates, smooth enough for every method. */
@Plugin(
    id = "gaussian",
    doc = "Walkers start normally distributed, each coordinate by itself",
    formula = "theta_i = mean_i + deviation_i z_i, z_i standard normal")
@Component
public final class Gaussian implements StartFactory<Gaussian.Params> {
  /**
   * The parameters.
   *
   * @param mean the means
   * @param deviation the standard deviations; zero makes a coordinate start at its mean
   */
  public record Params(
      @Param(doc = "means: one number per parameter, or one for all", unit = "theta") double[] mean,
      @Param(
              doc =
                  "standard deviations: one number per parameter, or one for all; 0 starts at the"
                      + " mean",
              unit = "theta",
              min = 0)
          double[] deviation) {}

  @Override
  public Params defaults() {
    return new Params(new double[] {0}, new double[] {1});
  }

  @Override
  public Start create(Params parameters, Landscape landscape, Assembly assembly) {
    int dim = landscape.dim();
    double[] mean = PerCoordinate.of("mean", parameters.mean(), dim);
    double[] deviation = PerCoordinate.of("deviation", parameters.deviation(), dim);
    AxisLaw[] laws = new AxisLaw[dim];
    for (int i = 0; i < dim; i++) {
      laws[i] = deviation[i] == 0 ? new PointLaw(mean[i]) : new GaussianLaw(mean[i], deviation[i]);
    }
    return new ScaledStart(Draws::normals, mean, deviation, laws);
  }
}
