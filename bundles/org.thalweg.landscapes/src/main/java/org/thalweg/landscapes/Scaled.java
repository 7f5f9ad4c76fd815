package org.thalweg.landscapes;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeFactory;
import org.thalweg.api.problem.SampledLandscape;
import org.thalweg.api.problem.Schedule;

/**
 * Offers a landscape times a factor that may change with time, L = f(t) L_1(x): annealing, since
 * under noise of constant temperature T Gibbs' distribution is that of temperature T/f.
 *
 * <p>A floor and scores stay what they are. A data set stays one: minibatch losses are multiplied
 * too. A valley stays one if the factor is constant. Labels are not passed on, since the scaled
 * loss is no longer half a squared error.
 */
@Plugin(
    id = "scaled",
    doc = "A landscape times a factor that may change with time",
    ref = "Kirkpatrick, Gelatt, Vecchi 1983, doi:10.1126/science.220.4598.671",
    formula = "L = factor(t) landscape(x)",
    example = "{\"type\": \"scaled\", \"landscape\": {\"type\": \"valley\"}, \"factor\": 2}")
@Component
public final class Scaled implements LandscapeFactory<Scaled.Params> {
  /**
   * The parameters.
   *
   * @param landscape the landscape
   * @param factor f(t)
   */
  public record Params(
      @Param(doc = "the landscape to be multiplied", required = true) Ref<Landscape> landscape,
      @Param(doc = "f(t), the factor: a number or a schedule, positive", required = true)
          Ref<Schedule> factor) {}

  @Override
  public Params defaults() {
    return new Params(new Ref<>("valley", null), new Ref<>("constant", null));
  }

  @Override
  public Landscape create(Params parameters, Assembly assembly) {
    return by(parameters.factor(), assembly.landscape(parameters.landscape()), assembly);
  }

  /** A landscape times a factor, which is refused where it does not stay positive. */
  static Landscape by(Ref<Schedule> factor, Landscape landscape, Assembly assembly) {
    Schedule f =
        assembly.schedule(
            factor,
            v -> v > 0 && v < Double.POSITIVE_INFINITY,
            "a landscape's factor must stay positive and finite, or minima turn into maxima");
    return landscape instanceof SampledLandscape sampled
        ? new ScaledSamples(sampled, f)
        : new ScaledLandscape(landscape, f);
  }
}
