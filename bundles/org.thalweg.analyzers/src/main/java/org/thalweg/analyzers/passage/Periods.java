package org.thalweg.analyzers.passage;

import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;

/** Distances along axes that may be rings. */
final class Periods {
  private Periods() {}

  /** The length of a ring, zero where an axis is none. */
  static double of(Axis axis) {
    return axis.lower() == Edge.PERIODIC ? axis.length() : 0;
  }

  /** The difference the shorter way round. */
  static double shortest(double difference, double period) {
    return period == 0 ? difference : difference - period * Math.rint(difference / period);
  }
}
