package org.thalweg.engine.experiment;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Divergence;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Start;

/**
 * Builds a problem from what could be read of it, and goes as far as it can, so that every part
 * that does not go with the others is found at once.
 */
final class ProblemAssembly {
  private final Assembler assembler;
  private final Findings findings;
  private Optional<Setting> setting = Optional.empty();

  ProblemAssembly(Assembler assembler, Findings findings) {
    this.assembler = assembler;
    this.findings = findings;
  }

  /** Landscape, learning rate and batch size, as far as the last problem got; empty before one. */
  Optional<Setting> setting() {
    return setting;
  }

  /** The problem, or empty, with the reasons among the findings. */
  Optional<Problem> build(ProblemParts parts) {
    Optional<Landscape> landscape =
        parts.landscape().flatMap(ref -> findings.attempt(() -> assembler.landscape(ref)));
    Optional<Schedule> learningRate =
        parts.learningRate().flatMap(ref -> findings.attempt(() -> assembler.schedule(ref)));
    Optional<Schedule> batch =
        parts.batch().flatMap(ref -> findings.attempt(() -> assembler.schedule(ref)));
    parts.horizon().ifPresent(horizon -> checkSchedules(learningRate, batch, horizon));
    if (landscape.isEmpty()) {
      return Optional.empty();
    }
    Optional<List<Axis>> domain = parts.domain().flatMap(axes -> domain(axes, landscape.get()));
    Optional<Start> start =
        parts.start().flatMap(ref -> findings.attempt(() -> assembler.start(ref, landscape.get())));
    if (domain.isPresent() && start.isPresent()) {
      StartCheck.outside(start.get(), domain.get())
          .ifPresent(o -> findings.add("problem.start", o));
    }
    if (learningRate.isEmpty() || batch.isEmpty()) {
      return Optional.empty();
    }
    setting = Optional.of(new Setting(landscape.get(), learningRate.get(), batch.get()));
    Optional<NoiseModel> noise =
        parts.noise().flatMap(ref -> findings.attempt(() -> assembler.noise(ref, setting.get())));
    if (noise.isEmpty()
        || start.isEmpty()
        || domain.isEmpty()
        || parts.horizon().isEmpty()
        || parts.divergence().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            setting.get(),
            noise.get(),
            start.get(),
            domain.get(),
            parts.horizon().get(),
            new Divergence(parts.divergence().get().cutoff())));
  }

  private void checkSchedules(
      Optional<Schedule> learningRate, Optional<Schedule> batch, double horizon) {
    learningRate
        .flatMap(schedule -> ScheduleCheck.learningRate(schedule, horizon))
        .ifPresent(o -> findings.add("problem.learningRate", o));
    batch
        .flatMap(schedule -> ScheduleCheck.batch(schedule, horizon))
        .ifPresent(o -> findings.add("problem.batch", o));
  }

  private Optional<List<Axis>> domain(List<AxisSpec> axes, Landscape landscape) {
    int dim = landscape.dim();
    if (!axes.isEmpty() && axes.size() != dim) {
      findings.add(
          "problem.domain",
          "has "
              + axes.size()
              + (axes.size() == 1 ? " axis" : " axes")
              + ", but the landscape has "
              + dim
              + (dim == 1 ? " parameter" : " parameters")
              + "; give one axis for each, or none");
      return Optional.empty();
    }
    List<Axis> domain =
        axes.isEmpty()
            ? Collections.nCopies(dim, Axis.UNBOUNDED)
            : axes.stream().map(AxisSpec::axis).toList();
    PeriodicityCheck.open(landscape, domain).ifPresent(o -> findings.add("problem.domain", o));
    return Optional.of(domain);
  }
}
