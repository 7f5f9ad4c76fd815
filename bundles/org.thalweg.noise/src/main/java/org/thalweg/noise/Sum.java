package org.thalweg.noise;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.NoiseFactory;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;

/** Offers several independent noises at once: their deviations from the full gradient add up. */
@Plugin(
    id = "sum",
    doc = "Several independent noises at once",
    formula = "g = grad L + sum_i (g_i - grad L), C = sum_i C_i",
    example =
        "{\"type\": \"sum\", \"of\": [{\"type\": \"random-shift\"},"
            + " {\"type\": \"isotropic\", \"temperature\": 0.001}]}")
@Component
public final class Sum implements NoiseFactory<Sum.Params> {
  /**
   * The parameters.
   *
   * @param of the noises
   */
  public record Params(@Param(doc = "the noises", required = true) List<Ref<NoiseModel>> of) {}

  @Override
  public Params defaults() {
    return new Params(List.of());
  }

  @Override
  public NoiseModel create(Params parameters, Setting setting, Assembly assembly) {
    if (parameters.of().isEmpty()) {
      throw new InvalidParameterException("of", "is empty; give at least one noise, or use none");
    }
    return CombinedNoise.of(
        "of",
        parameters.of().stream()
            .map(ref -> assembly.noise(ref, setting))
            .toArray(NoiseModel[]::new),
        Schedule.constant(1),
        setting);
  }
}
