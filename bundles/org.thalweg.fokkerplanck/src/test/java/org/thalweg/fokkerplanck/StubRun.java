package org.thalweg.fokkerplanck;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.thalweg.api.analysis.Distribution;
import org.thalweg.api.analysis.GridDensity;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.PathObserver;
import org.thalweg.api.method.MethodResult;
import org.thalweg.api.method.MethodRun;
import org.thalweg.api.problem.Problem;

/** A run without an engine, whose observer keeps every density that it is shown. */
record StubRun(
    Problem problem, List<Double> saveTimes, TreeMap<Double, GridDensity> seen, int threads)
    implements MethodRun {
  StubRun(Problem problem, Double... saveTimes) {
    this(problem, 1, saveTimes);
  }

  StubRun(Problem problem, int threads, Double... saveTimes) {
    this(problem, List.of(saveTimes), new TreeMap<>(), threads);
  }

  static double fact(MethodResult result, String name) {
    return result.facts().stream()
        .filter(f -> f.name().equals(name))
        .findAny()
        .orElseThrow(() -> new AssertionError("no fact " + name))
        .value();
  }

  @Override
  public String id() {
    return "density";
  }

  @Override
  public long seed() {
    return 1;
  }

  @Override
  public Observer newObserver() {
    return new Observer() {
      @Override
      public void observe(double time, Distribution distribution) {
        seen.put(time, (GridDensity) distribution);
      }

      @Override
      public void merge(Observer next) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void save(DataOutput out) {
        throw new UnsupportedOperationException();
      }

      @Override
      public void restore(DataInput in) {
        throw new UnsupportedOperationException();
      }
    };
  }

  @Override
  public Optional<PathObserver> newPathObserver() {
    return Optional.empty();
  }

  @Override
  public long shuffle() {
    return 0;
  }

  @Override
  public void progress(double fraction) {}

  @Override
  public void checkCancelled() {}
}
