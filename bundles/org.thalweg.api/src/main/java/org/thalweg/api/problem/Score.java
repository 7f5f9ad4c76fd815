package org.thalweg.api.problem;

/** A number beside the loss that tells how good a point is. */
public interface Score {
  /**
   * The name.
   *
   * @return words joined by hyphens, such as {@code test-accuracy}
   */
  String name();

  /**
   * What it tells.
   *
   * @return a phrase
   */
  String doc();

  /**
   * The score at a point; slow ones go through a data set.
   *
   * @param x the point
   * @return the score
   */
  double value(double[] x);
}
