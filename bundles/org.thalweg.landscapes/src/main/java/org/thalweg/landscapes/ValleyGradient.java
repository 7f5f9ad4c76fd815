package org.thalweg.landscapes;

/** Puts the valley's gradient together: (L0' + lambda' y^2/2, lambda y). */
final class ValleyGradient {
  private ValleyGradient() {}

  /** The outputs may be the curvature and its slope. */
  static void combine(
      FloorLoss floor,
      double[] along,
      double[] across,
      double[] curvature,
      double[] slope,
      double[] outAlong,
      double[] outAcross,
      int n) {
    for (int j = 0; j < n; j++) {
      double y = across[j];
      outAlong[j] = floor.slope(along[j]) + 0.5 * slope[j] * (y * y);
      outAcross[j] = curvature[j] * y;
    }
  }
}
