package org.thalweg.bench.instruments;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the stopwatch told of one run, in seconds, its own cost taken off.
 *
 * @param drawing random numbers
 * @param drift gradients and Hessian products
 * @param noise what noises do beside drawing and calling the landscape
 * @param drawings how often numbers were drawn
 * @param drifts how often the landscape was called
 * @param noises how often a noise was called
 */
public record Parts(
    double drawing, double drift, double noise, long drawings, long drifts, long noises) {
  /**
   * The medians of several runs of one experiment.
   *
   * @param runs the runs, whose counts are equal
   * @return the median of each time
   */
  public static Parts median(List<Parts> runs) {
    Parts first = runs.get(0);
    return new Parts(
        median(runs, Parts::drawing),
        median(runs, Parts::drift),
        median(runs, Parts::noise),
        first.drawings(),
        first.drifts(),
        first.noises());
  }

  private static double median(List<Parts> runs, ToDoubleFunction<Parts> of) {
    double[] sorted = runs.stream().mapToDouble(of).sorted().toArray();
    int n = sorted.length;
    return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
  }
}
