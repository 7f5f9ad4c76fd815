package org.thalweg.starts;

/**
 * A coordinate that is uniform between two values: P(X &lt;= v) = (v - from)/(to - from) and E[X; X
 * &lt;= v] = P(X &lt;= v) (from + v)/2 in between.
 *
 * @param from the lower end
 * @param to the upper end, above the lower
 */
record UniformLaw(double from, double to) implements AxisLaw {
  @Override
  public double cumulative(double v) {
    return v <= from ? 0 : v >= to ? 1 : (v - from) / (to - from);
  }

  @Override
  public double partialMean(double v) {
    return v <= from ? 0 : cumulative(v) * 0.5 * (from + Math.min(v, to));
  }
}
