package org.thalweg.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.method.Forecast;
import org.thalweg.api.method.MethodResult;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.experiment.Assembled.NamedAnalyzer;
import org.thalweg.engine.experiment.Assembled.NamedMethod;
import org.thalweg.engine.run.RunOutcome.AnalyzerOutcome;
import org.thalweg.engine.run.RunOutcome.MethodOutcome;
import org.thalweg.engine.run.RunOutcome.Status;

/** Runs an assembled experiment. */
@Component(service = ExperimentRunner.class)
public final class ExperimentRunner {
  /** Makes a runner; it keeps no state. */
  public ExperimentRunner() {}

  /**
   * Solves the problem by every method, then lets every analyzer report.
   *
   * <p>A method or an analyzer that fails is named in the outcome; the others go on.
   *
   * @param experiment the experiment
   * @param options how to carry it out
   * @param listener follows it
   * @param cancelled asked often; true stops the run
   * @return the outcome
   */
  public RunOutcome run(
      Assembled experiment, RunOptions options, RunListener listener, BooleanSupplier cancelled) {
    List<Watch> watches = new ArrayList<>();
    List<MethodOutcome> methods = new ArrayList<>();
    Status status = Status.COMPLETED;
    for (NamedMethod named : experiment.methods()) {
      Watch watch = new Watch(experiment.problem(), named.info(), experiment.analyzers());
      watches.add(watch);
      if (status == Status.CANCELLED) {
        methods.add(new MethodOutcome(named.info(), List.of(), List.of(), 0, Optional.empty()));
        continue;
      }
      String id = named.info().id();
      listener.began(id);
      long start = System.nanoTime();
      MethodOutcome outcome;
      try {
        MethodResult result =
            named.method().solve(new Run(experiment, id, watch, options, listener, cancelled));
        watch.done(result.observer(), result.paths());
        outcome =
            new MethodOutcome(
                named.info(), result.facts(), result.arrays(), since(start), Optional.empty());
      } catch (InterruptedException e) {
        status = Status.CANCELLED;
        outcome =
            new MethodOutcome(named.info(), List.of(), List.of(), since(start), Optional.of(e));
      } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
        status = Status.FAILED;
        outcome =
            new MethodOutcome(named.info(), List.of(), List.of(), since(start), Optional.of(e));
      }
      methods.add(outcome);
      listener.ended(id, outcome.seconds());
    }
    List<AnalyzerOutcome> analyzers = new ArrayList<>();
    for (NamedAnalyzer a : experiment.analyzers()) {
      long start = System.nanoTime();
      AnalyzerOutcome outcome = report(experiment, a, watches);
      listener.reported(a.id(), since(start));
      if (outcome.failure().isPresent() && status == Status.COMPLETED) {
        status = Status.FAILED;
      }
      analyzers.add(outcome);
    }
    return new RunOutcome(status, List.copyOf(methods), List.copyOf(analyzers));
  }

  /**
   * Asks a method what a run of it will need.
   *
   * @param experiment the experiment
   * @param named one of its methods
   * @param options how it will be carried out
   * @param seconds how long trials may take, about
   * @param cancelled asked often; true gives up
   * @return the forecast, or empty if there is none, trials were given up, or they failed
   */
  public Optional<Forecast> forecast(
      Assembled experiment,
      NamedMethod named,
      RunOptions options,
      double seconds,
      BooleanSupplier cancelled) {
    Watch watch = new Watch(experiment.problem(), named.info(), experiment.analyzers());
    Run run = new Run(experiment, named.info().id(), watch, options, RunListener.SILENT, cancelled);
    try {
      return named.method().forecast(run, seconds);
    } catch (InterruptedException | RuntimeException e) {
      return Optional.empty(); // the run itself will say what is wrong with it
    }
  }

  private static AnalyzerOutcome report(
      Assembled experiment, NamedAnalyzer a, List<Watch> watches) {
    List<Observed> observed = new ArrayList<>();
    for (Watch w : watches) {
      w.of(a).ifPresent(observed::add);
    }
    try {
      Report report = a.analyzer().report(experiment.problem(), List.copyOf(observed));
      return new AnalyzerOutcome(a.id(), a.type(), report, Optional.empty());
    } catch (RuntimeException | LinkageError | OutOfMemoryError | StackOverflowError e) {
      return new AnalyzerOutcome(a.id(), a.type(), Report.EMPTY, Optional.of(e));
    }
  }

  private static double since(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
