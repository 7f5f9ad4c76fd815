package org.thalweg.api.problem;

/** A start whose coordinates are independent, so that a density on a grid can begin there too. */
public interface ProductStart extends Start {
  /**
   * The cumulative distribution of one coordinate.
   *
   * @param axis the coordinate
   * @param v where
   * @return P(X &lt;= v)
   */
  double cumulative(int axis, double v);

  /**
   * The partial mean of one coordinate, which spreads a point over two cells without moving it.
   *
   * @param axis the coordinate
   * @param v where
   * @return E[X; X &lt;= v]
   */
  double partialMean(int axis, double v);
}
