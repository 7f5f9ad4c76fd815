package org.thalweg.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.thalweg.bench.BenchListener.Phase;
import org.thalweg.bench.instruments.Instruments;
import org.thalweg.bench.instruments.Parts;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.experiment.ExperimentReader;
import org.thalweg.engine.run.RunListener;
import org.thalweg.engine.run.RunOutcome.MethodOutcome;
import org.thalweg.params.InvalidExperimentException;

/**
 * Finds out where an experiment's walkers spend their time, on one thread.
 *
 * <p>Three experiments run in turn, so that whatever else the machine does meets all of them alike:
 * the experiment itself, the same without analyzers, and that again with plugins that carry a
 * stopwatch (see {@link Instruments}). What the analyzers cost is the difference of the first two;
 * the stopwatch tells of drawing, drift and noise, its own cost taken off; the rest is what remains
 * of the first.
 */
final class ShareFinder {
  /** Runs with instruments before one counts. */
  private static final int WARM_UP_ROUNDS = 2;

  private final Snapshot plugins;
  private final Runs runs;
  private final BenchListener listener;
  private final int repeat;

  ShareFinder(Snapshot plugins, Runs runs, BenchListener listener, int repeat) {
    this.plugins = plugins;
    this.runs = runs;
    this.listener = listener;
    this.repeat = repeat;
  }

  /** The times with the shares of every method that has walkers, if they can be found. */
  Measurement find(Subject subject, Assembled experiment, Measurement measured)
      throws InterruptedException {
    Set<String> walking = new HashSet<>();
    for (MethodTimes m : measured.methods()) {
      if (m.work().unit() == Work.Unit.WALKER_STEP) {
        walking.add(m.id());
      }
    }
    if (walking.isEmpty()) {
      return measured;
    }
    try {
      Map<String, Shares> shares = shares(subject, experiment, walking);
      List<MethodTimes> methods =
          measured.methods().stream()
              .map(m -> shares.containsKey(m.id()) ? m.with(shares.get(m.id())) : m)
              .toList();
      return new Measurement(
          measured.name(), measured.experiment(), measured.path(), measured.warmUpRuns(), methods);
    } catch (BenchException
        | ClassCastException
        | IllegalArgumentException
        | InvalidExperimentException e) {
      // A plugin that knows another by its class meets an instrument instead.
      listener.warn(
          subject.name(), "no shares: a plugin does not work with instruments: " + e.getMessage());
      return measured;
    }
  }

  private Map<String, Shares> shares(Subject subject, Assembled experiment, Set<String> walking)
      throws InterruptedException {
    Instruments instruments = new Instruments();
    Assembled whole = reduced(experiment, walking, true);
    Assembled bare = reduced(experiment, walking, false);
    Assembled instrumented =
        reduced(
            ExperimentReader.read(
                subject.text(), subject.settings(), subject.folder(), instruments.on(plugins)),
            walking,
            false);
    boolean observed = !experiment.analyzers().isEmpty();
    Map<String, List<Double>> wholeTimes = new HashMap<>();
    Map<String, List<Double>> bareTimes = new HashMap<>();
    Map<String, List<Parts>> parts = new HashMap<>();
    double total = 0;
    for (int i = 1 - WARM_UP_ROUNDS; i <= repeat; i++) {
      listener.run(subject.name(), Phase.SHARES, Math.max(1, i));
      List<MethodOutcome> outcomes = runs.run(whole, 1, listener);
      total += Runs.total(outcomes);
      Map<String, Parts> found = new HashMap<>();
      List<MethodOutcome> without = observed ? runs.run(bare, 1, listener) : outcomes;
      total += Runs.total(runs.run(instrumented, 1, reading(instruments, found)));
      if (i > 0) {
        add(wholeTimes, Runs.seconds(outcomes));
        add(bareTimes, Runs.seconds(without));
        add(parts, found);
      }
    }
    listener.over(subject.name(), Phase.SHARES, repeat, total);
    Map<String, Shares> shares = new HashMap<>();
    for (String id : walking) {
      double all = MethodTimes.median(wholeTimes.get(id));
      double observing = observed ? all - MethodTimes.median(bareTimes.get(id)) : Double.NaN;
      shares.put(id, Shares.of(all, Parts.median(parts.get(id)), observing));
    }
    return shares;
  }

  /** Reads the stopwatch after each method. */
  private RunListener reading(Instruments instruments, Map<String, Parts> found) {
    return new RunListener() {
      @Override
      public void began(String id) {
        instruments.reset();
        listener.began(id);
      }

      @Override
      public void advanced(String id, double fraction) {
        listener.advanced(id, fraction);
      }

      @Override
      public void ended(String id, double seconds) {
        found.put(id, instruments.parts());
        listener.ended(id, seconds);
      }
    };
  }

  private static <T> void add(Map<String, List<T>> to, Map<String, T> from) {
    from.forEach((id, value) -> to.computeIfAbsent(id, k -> new ArrayList<>()).add(value));
  }

  /** The experiment with some of its methods, and with or without its analyzers. */
  private static Assembled reduced(Assembled e, Set<String> methods, boolean analyzers) {
    return new Assembled(
        e.experiment(),
        e.problem(),
        e.methods().stream().filter(m -> methods.contains(m.info().id())).toList(),
        analyzers ? e.analyzers() : List.of(),
        e.saveTimes(),
        e.seed(),
        e.inputs(),
        e.origins());
  }
}
