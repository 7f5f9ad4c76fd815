package org.thalweg.api.problem;

import org.thalweg.api.block.Block;

/** The factor B(t, x) of a diffusive noise, applied to increments. */
public interface NoiseFactor {
  /**
   * Applies the factor (Ito).
   *
   * @param t the time
   * @param x the points
   * @param dz the increments, one row per channel (unit: square root of time)
   * @param out set to B dz (unit: theta); neither x nor dz
   */
  void apply(double t, Block x, Block dz, Block out);
}
