package org.thalweg.starts;

/** The distribution of one coordinate of a start, as densities on a grid need it. */
interface AxisLaw {
  /** P(X &lt;= v). */
  double cumulative(double v);

  /** E[X; X &lt;= v]. */
  double partialMean(double v);
}
