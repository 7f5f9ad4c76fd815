package org.thalweg.engine.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.api.method.Forecast;
import org.thalweg.engine.experiment.Assembled;
import org.thalweg.engine.experiment.Assembled.NamedMethod;
import org.thalweg.engine.run.ExperimentRunner;
import org.thalweg.engine.run.RunOptions;

/**
 * How long an experiment's methods will take and what they hold, as they forecast it.
 *
 * @param threads the threads that the times are for
 * @param methods the methods, in the file's order
 */
public record Cost(int threads, List<OfMethod> methods) {
  /** Seconds after which trials that cannot be cut short, as a density's pilot, are given up. */
  private static final double PATIENCE = 1.5;

  /**
   * What one method needs.
   *
   * @param id its id
   * @param forecast what it forecasts, or empty if nothing can be told
   */
  public record OfMethod(String id, Optional<Forecast> forecast) {}

  /**
   * Asks the methods.
   *
   * @param experiment the experiment
   * @param threads the number of threads of the run
   * @param seconds how long trials of one method may take, about; the first one takes twice as long
   * @return what they say
   */
  public static Cost of(Assembled experiment, int threads, double seconds) {
    List<OfMethod> methods = new ArrayList<>();
    for (NamedMethod m : experiment.methods()) {
      // The first one makes the code warm that the others share.
      double own = methods.isEmpty() ? 2 * seconds : seconds;
      long end = System.nanoTime() + (long) ((PATIENCE + own) * 1e9);
      methods.add(
          new OfMethod(
              m.info().id(),
              new ExperimentRunner()
                  .forecast(
                      experiment,
                      m,
                      new RunOptions(threads, 0),
                      own,
                      () -> System.nanoTime() > end)));
    }
    return new Cost(threads, List.copyOf(methods));
  }

  /**
   * How long all methods take one after the other.
   *
   * @return seconds, or empty if one cannot tell
   */
  public Optional<Double> seconds() {
    return methods.stream().allMatch(m -> m.forecast().isPresent())
        ? Optional.of(methods.stream().mapToDouble(m -> m.forecast().get().seconds()).sum())
        : Optional.empty();
  }

  /**
   * The factor within which that is.
   *
   * @return the largest of the methods'
   */
  public double within() {
    return methods.stream()
        .flatMap(m -> m.forecast().stream())
        .mapToDouble(Forecast::within)
        .max()
        .orElse(1);
  }

  /**
   * What methods hold at a time; they run one after the other.
   *
   * @return bytes, the most of any method
   */
  public double memory() {
    return methods.stream()
        .flatMap(m -> m.forecast().stream())
        .mapToDouble(Forecast::memory)
        .max()
        .orElse(0);
  }

  /**
   * What methods leave in the run's folder.
   *
   * @return bytes
   */
  public double kept() {
    return methods.stream().flatMap(m -> m.forecast().stream()).mapToDouble(Forecast::kept).sum();
  }
}
