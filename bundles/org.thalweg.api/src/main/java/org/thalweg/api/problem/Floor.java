package org.thalweg.api.problem;

/** The line of minima of a landscape, as a curve with a parameter s. */
public interface Floor {
  /**
   * Where the curve begins.
   *
   * @return the least s; minus infinity for an endless floor
   */
  double from();

  /**
   * Where the curve ends.
   *
   * @return the greatest s; infinity for an endless floor
   */
  double to();

  /**
   * A point of the floor.
   *
   * @param s the parameter
   * @param x set to the point
   */
  void point(double s, double[] x);
}
