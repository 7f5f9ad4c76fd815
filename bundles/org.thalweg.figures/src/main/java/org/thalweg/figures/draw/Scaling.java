package org.thalweg.figures.draw;

/** How numbers map onto an axis, whose lower end is smaller than its upper. */
record Scaling(boolean logarithmic, double from, double to) {
  /** The place along the axis: 0 at its lower end, 1 at its upper; not finite if it has none. */
  double fraction(double value) {
    if (!logarithmic) {
      return (value - from) / (to - from);
    }
    if (!(value > 0)) {
      return Double.NaN;
    }
    double low = Math.log10(from);
    return (Math.log10(value) - low) / (Math.log10(to) - low);
  }
}
