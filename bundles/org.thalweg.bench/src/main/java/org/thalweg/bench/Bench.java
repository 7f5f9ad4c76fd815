package org.thalweg.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.thalweg.api.math.BlockMath;
import org.thalweg.bench.BenchListener.Phase;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.engine.run.ExperimentRunner;
import org.thalweg.engine.run.RunOutcome.MethodOutcome;
import org.thalweg.params.Finding;
import org.thalweg.params.InvalidExperimentException;

/**
 * Measures experiments as users run them: warm-up, timed runs, and then where the time goes.
 *
 * <p>All experiments are timed before the first is taken apart, so that the instruments, and what
 * the compiler makes of them, do not touch any timed run.
 */
public final class Bench {
  private final Snapshot plugins;
  private final BenchOptions options;
  private final BenchListener listener;
  private final Runs runs;

  /**
   * A bench.
   *
   * @param runner runs experiments
   * @param plugins the plugins to use
   * @param options how to measure
   * @param listener follows it
   * @param cancelled asked often; true stops it
   */
  public Bench(
      ExperimentRunner runner,
      Snapshot plugins,
      BenchOptions options,
      BenchListener listener,
      BooleanSupplier cancelled) {
    this.plugins = plugins;
    this.options = options;
    this.listener = listener;
    this.runs = new Runs(runner, cancelled);
  }

  /**
   * Measures experiments one after the other; nothing runs before all have been found good.
   *
   * @param subjects the experiments
   * @return their times, in the same order
   * @throws InvalidExperimentException with all findings, if one is not good
   * @throws BenchException if a method fails
   * @throws InterruptedException if it was cancelled
   */
  public List<Measurement> measure(List<Subject> subjects) throws InterruptedException {
    List<Assembled> experiments = read(subjects);
    List<Measurement> measured = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      measured.add(time(subjects.get(i), experiments.get(i)));
    }
    if (options.shares()) {
      for (int i = 0; i < subjects.size(); i++) {
        ShareFinder finder = new ShareFinder(plugins, runs, listener, options.repeat());
        measured.set(i, finder.find(subjects.get(i), experiments.get(i), measured.get(i)));
      }
    }
    return List.copyOf(measured);
  }

  private List<Assembled> read(List<Subject> subjects) {
    List<Assembled> experiments = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Subject s : subjects) {
      try {
        experiments.add(ExperimentReader.read(s.text(), s.settings(), s.folder(), plugins));
      } catch (InvalidExperimentException e) {
        for (Finding f : e.findings()) {
          findings.add(subjects.size() == 1 ? f : new Finding(s.name(), f.toString()));
        }
      }
    }
    if (!findings.isEmpty()) {
      throw new InvalidExperimentException(findings);
    }
    return experiments;
  }

  private Measurement time(Subject subject, Assembled experiment) throws InterruptedException {
    Settling settling = new Settling(options.warmUp());
    List<MethodOutcome> first = null;
    while (!settling.settled()) {
      listener.run(subject.name(), Phase.WARM_UP, settling.runs() + 1);
      List<MethodOutcome> outcomes = runs.run(experiment, options.threads(), listener);
      settling.ran(Runs.total(outcomes), BlockMath.path());
      first = first == null ? outcomes : first;
    }
    listener.over(subject.name(), Phase.WARM_UP, settling.runs(), settling.total());
    List<Map<String, Double>> timed = new ArrayList<>();
    double total = 0;
    for (int i = 1; i <= options.repeat(); i++) {
      listener.run(subject.name(), Phase.TIMED, i);
      List<MethodOutcome> outcomes = runs.run(experiment, options.threads(), listener);
      timed.add(Runs.seconds(outcomes));
      total += Runs.total(outcomes);
    }
    listener.over(subject.name(), Phase.TIMED, options.repeat(), total);
    List<MethodTimes> methods = new ArrayList<>();
    for (MethodOutcome m : first) {
      String id = m.info().id();
      methods.add(
          new MethodTimes(
              id,
              m.info().type(),
              Work.of(m.facts()),
              m.seconds(),
              timed.stream().map(t -> t.get(id)).toList(),
              Optional.empty()));
    }
    return new Measurement(
        subject.name(),
        experiment.resolved(),
        BlockMath.path(),
        settling.runs(),
        List.copyOf(methods));
  }
}
