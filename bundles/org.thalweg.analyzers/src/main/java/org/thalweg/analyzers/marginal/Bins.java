package org.thalweg.analyzers.marginal;

import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Problem;

/**
 * Bins of equal width along one axis.
 *
 * @param from the lower end
 * @param to the upper end
 * @param count the number of bins
 */
public record Bins(double from, double to, int count) {
  /**
   * Bins over a part of the domain.
   *
   * @param problem the problem
   * @param axis the axis
   * @param from the lower end, the domain's if empty
   * @param to the upper end, the domain's if empty
   * @param count the number of bins
   * @return the bins, or empty where an end is needed and the domain has none
   */
  public static Optional<Bins> over(
      Problem problem, int axis, OptionalDouble from, OptionalDouble to, long count) {
    Axis domain = problem.domain().get(axis);
    double low = from.orElse(domain.from());
    double high = to.orElse(domain.to());
    if (Double.isInfinite(low) || Double.isInfinite(high) || !(low < high)) {
      return Optional.empty();
    }
    return Optional.of(new Bins(low, high, (int) count));
  }

  /** What to say where there are no bins. */
  public static String noEnds(int axis) {
    return "axis "
        + axis
        + " of the domain has no end there; give from and to, the lower first, or a bounded domain";
  }

  /** The width of a bin. */
  public double width() {
    return (to - from) / count;
  }

  /** The centre of a bin. */
  public double centre(int i) {
    return from + (i + 0.5) * (to - from) / count;
  }

  /** The lower edge of a bin; of as many as there are bins, the upper end. */
  public double edge(int i) {
    return i == count ? to : from + i * (to - from) / count;
  }

  /** The bin that holds a value inside; the upper end belongs to the last bin. */
  public int of(double value) {
    return Math.min(count - 1, (int) ((value - from) * scale()));
  }

  /** Bins per unit. */
  double scale() {
    return count / (to - from);
  }

  /** The centres of all bins. */
  public double[] centres() {
    double[] x = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = centre(i);
    }
    return x;
  }
}
