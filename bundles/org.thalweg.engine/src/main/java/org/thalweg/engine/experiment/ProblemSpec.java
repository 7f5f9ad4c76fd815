package org.thalweg.engine.experiment;

import java.util.List;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Start;

/**
 * The problem, as an experiment file says it.
 *
 * @param landscape the loss landscape
 * @param noise how minibatch gradients differ from the full gradient
 * @param learningRate eta, the time that one SGD step takes
 * @param batch samples per minibatch
 * @param start where walkers and densities begin
 * @param domain one axis per parameter, or none for a domain without edges
 * @param horizon the time at which it ends
 * @param divergence when a walker counts as diverged
 */
public record ProblemSpec(
    @Param(doc = "the loss landscape L(theta)", required = true) Ref<Landscape> landscape,
    @Param(doc = "how minibatch gradients differ from the full gradient", required = true)
        Ref<NoiseModel> noise,
    @Param(
            doc = "learning rate eta, the time that one SGD step takes",
            unit = "time",
            min = 0,
            above = true,
            required = true)
        Ref<Schedule> learningRate,
    @Param(doc = "batch size B, samples per minibatch", min = 1, max = 1e9) Ref<Schedule> batch,
    @Param(doc = "where walkers and densities begin", required = true) Ref<Start> start,
    @Param(doc = "one axis per parameter; empty for a domain without edges") List<AxisSpec> domain,
    @Param(
            doc = "the time at which it ends, learning rate times SGD steps",
            unit = "time",
            min = 0,
            above = true,
            required = true)
        double horizon,
    @Param(doc = "when a walker counts as diverged") DivergenceSpec divergence) {
  /** What a problem is where its file does not say. */
  public ProblemSpec() {
    this(
        null,
        null,
        ConstantSchedules.of(0.01),
        ConstantSchedules.of(1),
        null,
        List.of(),
        1,
        new DivergenceSpec(1e6));
  }
}
