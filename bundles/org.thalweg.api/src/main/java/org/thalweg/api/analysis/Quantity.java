package org.thalweg.api.analysis;

/** A quantity that predictions give and methods measure. */
public enum Quantity {
  /** The logarithm of the stationary marginal along axis 0, up to a constant; a curve. */
  LOG_FLOOR_MARGINAL,
  /** L_SGD on the floor, up to a constant; a curve along axis 0 (unit: loss). */
  EFFECTIVE_LOSS,
  /**
   * The logarithm of the stationary joint density on a two-dimensional domain, up to a constant.
   */
  LOG_DENSITY,
  /** The stationary variance of every coordinate. */
  VARIANCE
}
