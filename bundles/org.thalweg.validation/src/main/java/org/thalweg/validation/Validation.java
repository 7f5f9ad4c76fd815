package org.thalweg.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Result;
import org.thalweg.api.analysis.Table;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.engine.run.ExperimentRunner;
import org.thalweg.engine.run.RunListener;
import org.thalweg.engine.run.RunOptions;
import org.thalweg.engine.run.RunOutcome;

/**
 * Runs cases and compares what comes out with what is known.
 *
 * @param runner runs the experiments
 * @param plugins the plugins
 * @param threads the threads of a run; never changes a result
 * @param cancelled asked often; true stops
 */
public record Validation(
    ExperimentRunner runner, Snapshot plugins, int threads, BooleanSupplier cancelled) {
  /** A number with its error. */
  private record Measured(double value, double error) {
    static final Measured NOTHING = new Measured(Double.NaN, Double.NaN);
  }

  /**
   * Runs one case.
   *
   * @param subject the case
   * @return one outcome for each of its checks
   * @throws InterruptedException if the run is cancelled
   */
  public List<Outcome> run(ValidationCase subject) throws InterruptedException {
    RunOutcome outcome =
        runner.run(
            ExperimentReader.read(subject.experiment(), List.of(), plugins),
            new RunOptions(threads, 0),
            RunListener.SILENT,
            cancelled);
    if (outcome.status() == RunOutcome.Status.CANCELLED) {
      throw new InterruptedException();
    }
    List<Outcome> outcomes = new ArrayList<>();
    for (Check check : subject.checks()) {
      Measured measured =
          outcome.analyzers().stream()
              .filter(a -> a.id().equals(check.analyzer()))
              .findFirst()
              .map(a -> measured(a.report(), check))
              .orElse(Measured.NOTHING);
      outcomes.add(Outcome.of(subject, check, measured.value(), measured.error()));
    }
    return outcomes;
  }

  private static Measured measured(Report report, Check check) {
    if (check.table().isEmpty()) {
      return report.results().stream()
          .filter(r -> r.quantity().equals(check.quantity()) && r.method().equals(check.method()))
          .findFirst()
          .map((Result r) -> new Measured(r.value(), r.error()))
          .orElse(Measured.NOTHING);
    }
    return report.tables().stream()
        .filter(t -> t.name().equals(check.table().get()))
        .findFirst()
        .map(
            t ->
                new Measured(
                    cell(t, check.quantity(), check.method()),
                    cell(t, check.quantity() + "_error", check.method())))
        .orElse(Measured.NOTHING);
  }

  /** The first number of a method in a column. */
  private static double cell(Table table, String column, String method) {
    Optional<List<String>> methods =
        table.columns().stream()
            .filter(c -> c.name().equals("method"))
            .map(c -> ((Table.Words) c).values())
            .findFirst();
    int row = methods.map(m -> m.indexOf(method)).orElse(0);
    return table.columns().stream()
        .filter(c -> row >= 0 && c.name().equals(column) && c instanceof Table.Numbers)
        .mapToDouble(c -> ((Table.Numbers) c).values()[row])
        .findFirst()
        .orElse(Double.NaN);
  }
}
