package org.thalweg.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.run.ExperimentRunner;
import org.thalweg.engine.run.RunListener;
import org.thalweg.engine.run.RunOptions;
import org.thalweg.engine.run.RunOutcome;
import org.thalweg.engine.run.RunOutcome.MethodOutcome;

/**
 * Runs an experiment as {@code thalweg run} does, and insists that every method ends well.
 *
 * <p>What analyzers report is no part of a method's time, so a report that fails is none of a
 * measurement's business.
 */
record Runs(ExperimentRunner runner, BooleanSupplier cancelled) {
  List<MethodOutcome> run(Assembled experiment, int threads, RunListener listener)
      throws InterruptedException {
    RunOutcome outcome = runner.run(experiment, new RunOptions(threads, 0), listener, cancelled);
    if (outcome.status() == RunOutcome.Status.CANCELLED) {
      throw new InterruptedException("cancelled");
    }
    for (MethodOutcome m : outcome.methods()) {
      if (m.failure().isPresent()) {
        throw new BenchException(m.info().id(), m.failure().get());
      }
    }
    return outcome.methods();
  }

  static double total(List<MethodOutcome> outcomes) {
    return outcomes.stream().mapToDouble(MethodOutcome::seconds).sum();
  }

  /** The seconds of each method by its id. */
  static Map<String, Double> seconds(List<MethodOutcome> outcomes) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    outcomes.forEach(m -> seconds.put(m.info().id(), m.seconds()));
    return seconds;
  }
}
