package org.thalweg.engine.run;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.PathObserver;
import org.thalweg.api.method.MethodRun;
import org.thalweg.api.problem.Problem;
import org.thalweg.engine.experiment.Assembled;

/** What one method gets of a run. */
record Run(
    Assembled experiment,
    String id,
    Watch watch,
    RunOptions options,
    RunListener listener,
    BooleanSupplier cancelled)
    implements MethodRun {
  @Override
  public Problem problem() {
    return experiment.problem();
  }

  @Override
  public long seed() {
    return experiment.seed();
  }

  @Override
  public List<Double> saveTimes() {
    return experiment.saveTimes();
  }

  @Override
  public Observer newObserver() {
    return watch.newObserver();
  }

  @Override
  public Optional<PathObserver> newPathObserver() {
    return watch.newPathObserver();
  }

  @Override
  public int threads() {
    return options.threads();
  }

  @Override
  public long shuffle() {
    return options.shuffle();
  }

  @Override
  public void progress(double fraction) {
    listener.advanced(id, fraction);
  }

  @Override
  public void checkCancelled() throws InterruptedException {
    if (cancelled.getAsBoolean()) {
      throw new InterruptedException("cancelled");
    }
  }
}
