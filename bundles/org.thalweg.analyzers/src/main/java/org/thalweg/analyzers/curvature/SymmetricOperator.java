package org.thalweg.analyzers.curvature;

/** A symmetric matrix that is known by its products with vectors. */
interface SymmetricOperator {
  /** The number of rows. */
  int dim();

  /** Sets out to the product with v; the two are different arrays. */
  void apply(double[] v, double[] out);
}
