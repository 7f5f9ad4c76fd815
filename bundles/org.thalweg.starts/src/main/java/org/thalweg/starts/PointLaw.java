package org.thalweg.starts;

/**
 * A coordinate that has one value: its cumulative distribution is a step, closed on the right.
 *
 * @param at the value
 */
record PointLaw(double at) implements AxisLaw {
  @Override
  public double cumulative(double v) {
    return v >= at ? 1 : 0;
  }

  @Override
  public double partialMean(double v) {
    return v >= at ? at : 0;
  }
}
