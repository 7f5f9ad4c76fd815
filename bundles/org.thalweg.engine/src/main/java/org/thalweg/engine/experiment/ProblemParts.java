package org.thalweg.engine.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Start;

/**
 * What could be read of a problem; the rest has findings.
 *
 * @param landscape the landscape
 * @param noise the noise
 * @param learningRate the learning rate
 * @param batch the batch size
 * @param start the start
 * @param domain the domain's axes
 * @param horizon the horizon
 * @param divergence the cut-off
 */
record ProblemParts(
    Optional<Ref<Landscape>> landscape,
    Optional<Ref<NoiseModel>> noise,
    Optional<Ref<Schedule>> learningRate,
    Optional<Ref<Schedule>> batch,
    Optional<Ref<Start>> start,
    Optional<List<AxisSpec>> domain,
    Optional<Double> horizon,
    Optional<DivergenceSpec> divergence) {
  static ProblemParts of(ProblemSpec whole) {
    return new ProblemParts(
        Optional.of(whole.landscape()),
        Optional.of(whole.noise()),
        Optional.of(whole.learningRate()),
        Optional.of(whole.batch()),
        Optional.of(whole.start()),
        Optional.of(whole.domain()),
        Optional.of(whole.horizon()),
        Optional.of(whole.divergence()));
  }

  static ProblemParts of(Map<String, Object> sound) {
    return new ProblemParts(
        part(sound, "landscape"),
        part(sound, "noise"),
        part(sound, "learningRate"),
        part(sound, "batch"),
        part(sound, "start"),
        part(sound, "domain"),
        part(sound, "horizon"),
        part(sound, "divergence"));
  }

  @SuppressWarnings("unchecked") // the binder gives each component the type that it declares
  private static <T> Optional<T> part(Map<String, Object> sound, String name) {
    return Optional.ofNullable((T) sound.get(name));
  }
}
