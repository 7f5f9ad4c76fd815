package org.thalweg.bench;

import java.util.List;
import java.util.Optional;

/**
 * How long one method of an experiment took.
 *
 * @param id the method's id
 * @param type the plugin's id
 * @param work what it did in each run
 * @param first the time of the very first run (seconds), compiler, class loading and all
 * @param seconds the timed runs, in their order
 * @param shares where the time goes; empty if that was not measured
 */
public record MethodTimes(
    String id,
    String type,
    Work work,
    double first,
    List<Double> seconds,
    Optional<Shares> shares) {
  /**
   * The middle of the timed runs.
   *
   * @return seconds
   */
  public double median() {
    return median(seconds);
  }

  /**
   * The fastest of the timed runs.
   *
   * @return seconds
   */
  public double minimum() {
    return seconds.stream().mapToDouble(s -> s).min().orElseThrow();
  }

  /**
   * The work of one second, by the median.
   *
   * @return units of work per second
   */
  public double rate() {
    return work.count() / median();
  }

  /**
   * The same with shares.
   *
   * @param found the shares
   * @return new times
   */
  MethodTimes with(Shares found) {
    return new MethodTimes(id, type, work, first, seconds, Optional.of(found));
  }

  static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
    int n = sorted.length;
    return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }
}
