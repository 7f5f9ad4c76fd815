package org.thalweg.noise;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.NoiseFactory;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;

/** Offers another noise whose amplitude is multiplied by a schedule; C by its square. */
@Plugin(
    id = "scaled",
    doc = "Another noise with its amplitude multiplied by a schedule",
    formula = "g = grad L + factor(t) (g_noise - grad L)",
    example =
        "{\"type\": \"scaled\", \"noise\": {\"type\": \"random-shift\"},"
            + " \"factor\": {\"type\": \"linear\", \"from\": 1, \"to\": 0.1, \"over\": 10}}")
@Component
public final class Scaled implements NoiseFactory<Scaled.Params> {
  /**
   * The parameters.
   *
   * @param noise the noise
   * @param factor what its amplitude is multiplied by
   */
  public record Params(
      @Param(doc = "the noise", required = true) Ref<NoiseModel> noise,
      @Param(doc = "what its amplitude is multiplied by over time, at least 0", required = true)
          Ref<Schedule> factor) {}

  @Override
  public Params defaults() {
    return new Params(null, null);
  }

  @Override
  public NoiseModel create(Params parameters, Setting setting, Assembly assembly) {
    Schedule factor =
        assembly.schedule(
            parameters.factor(),
            v -> v >= 0 && v < Double.POSITIVE_INFINITY,
            "a noise's factor must not turn negative and must stay finite");
    return CombinedNoise.of(
        "noise", new NoiseModel[] {assembly.noise(parameters.noise(), setting)}, factor, setting);
  }
}
