package org.thalweg.engine.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.files.InputFile;
import org.thalweg.engine.run.ExperimentRunner;
import org.thalweg.engine.run.RunListener;
import org.thalweg.engine.run.RunOptions;
import org.thalweg.engine.run.RunOutcome;

/**
 * Runs points of a sweep side by side, each with one thread as long as there are at least as many
 * points as threads.
 */
public final class SweepRunner {
  private final ExperimentRunner runner;
  private final Surroundings around;

  /**
   * A runner.
   *
   * @param runner runs one point
   * @param around what the experiment's names refer to
   */
  public SweepRunner(ExperimentRunner runner, Surroundings around) {
    this.runner = runner;
    this.around = around;
  }

  /**
   * Runs points until all are done, one has failed, or the sweep is cancelled; points under way are
   * then brought to their end, or given up if it is cancelled.
   *
   * @param sweep the sweep
   * @param points what is to be run, valid points only
   * @param options how
   * @param listener takes each result
   * @param cancelled asked often; true stops the sweep
   * @throws IOException if the listener cannot keep a result
   */
  public void run(
      Sweep sweep,
      List<PlannedPoint> points,
      SweepOptions options,
      SweepListener listener,
      BooleanSupplier cancelled)
      throws IOException {
    int side = Math.max(1, Math.min(options.threads(), points.size()));
    RunOptions each = new RunOptions(Math.max(1, options.threads() / side), options.shuffle());
    try {
      Workers.run(
          points.size(),
          side,
          i ->
              !cancelled.getAsBoolean()
                  && (run(sweep, points.get(i), each, listener, cancelled) || options.keepGoing())
                  && !cancelled.getAsBoolean());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** The key says of which files the numbers are. */
  private static void checkFiles(PlannedPoint point, Assembled assembled) {
    for (InputFile now : assembled.inputs()) {
      for (InputFile before : point.basis().files()) {
        if (before.path().equals(now.path()) && !before.equals(now)) {
          throw new IllegalStateException(
              InputFile.changed(now.path(), before.sha256(), now.sha256())
                  + " since the sweep was checked; call again");
        }
      }
    }
  }

  /** Runs one point; false if it failed. */
  private boolean run(
      Sweep sweep,
      PlannedPoint point,
      RunOptions options,
      SweepListener listener,
      BooleanSupplier cancelled) {
    Optional<Assembled> experiment = Optional.empty();
    Optional<RunOutcome> outcome = Optional.empty();
    PointKey key = point.key();
    String basis = point.basis().id();
    PointResult result;
    try {
      Assembled assembled = SweepPlan.assemble(sweep, around, point.point()).withSeed(key.seed());
      checkFiles(point, assembled);
      experiment = Optional.of(assembled);
      RunOutcome run = runner.run(assembled, options, RunListener.SILENT, cancelled);
      if (run.status() == RunOutcome.Status.CANCELLED) {
        return true;
      }
      outcome = Optional.of(run);
      result = PointResult.of(key.text(), basis, run);
    } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
      result = new PointResult(key.text(), basis, RunOutcome.reason(e), List.of());
    }
    try {
      listener.ended(point, experiment, outcome, result);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return result.completed();
  }
}
