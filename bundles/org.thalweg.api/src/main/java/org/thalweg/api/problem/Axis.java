package org.thalweg.api.problem;

/**
 * One axis of the domain.
 *
 * @param from the lower end; minus infinity where there is none
 * @param to the upper end, above the lower; infinity where there is none
 * @param lower what happens at the lower end
 * @param upper what happens at the upper end
 */
public record Axis(double from, double to, Edge lower, Edge upper) {
  /** The axis without ends. */
  public static final Axis UNBOUNDED =
      new Axis(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Edge.OPEN, Edge.OPEN);

  /**
   * The length.
   *
   * @return to - from
   */
  public double length() {
    return to - from;
  }

  /**
   * The difference of two places, around a periodic axis the shorter way.
   *
   * @param difference one place minus the other
   * @return the same, or what differs from it by whole turns and is at most half a turn
   */
  public double shortest(double difference) {
    return lower == Edge.PERIODIC
        ? difference - length() * Math.rint(difference / length())
        : difference;
  }

  /**
   * Whether a density can live on the axis.
   *
   * @return true if both ends are finite and neither is open
   */
  public boolean bounded() {
    return !Double.isInfinite(from)
        && !Double.isInfinite(to)
        && lower != Edge.OPEN
        && upper != Edge.OPEN;
  }
}
