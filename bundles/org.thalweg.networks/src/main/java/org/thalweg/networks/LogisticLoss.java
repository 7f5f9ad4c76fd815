package org.thalweg.networks;

import org.thalweg.api.math.BlockMath;

/**
 * Computes the binary cross-entropy log(1 + e^z) - y z of one output z, the logarithm of the odds
 * that y = 1; p = 1/(1 + e^-z).
 *
 * <p>Exponentials are of -|z|, so that none overflows.
 */
final class LogisticLoss implements SampleLoss {
  @Override
  public double add(double[] z, Samples samples, int[] chosen, int n, double sum) {
    double total = sum;
    for (int i = 0; i < n; i++) {
      double larger = Math.max(z[i], 0.0);
      double rest = logOnePlus(BlockMath.exp(-Math.abs(z[i])));
      total += larger - samples.target(chosen[i]) * z[i] + rest;
    }
    return total;
  }

  /** Returns log(1 + u) for u from 0 to 1; what the sum has lost comes back by its derivative. */
  private static double logOnePlus(double u) {
    double w = 1 + u;
    return BlockMath.log(w) + (u - (w - 1)) / w;
  }

  @Override
  public void predict(double[] z, int n, int outputs) {
    for (int i = 0; i < n; i++) {
      double e = BlockMath.exp(-Math.abs(z[i]));
      z[i] = (z[i] < 0 ? e : 1) / (1 + e);
    }
  }

  @Override
  public void bend(double[] p, double[] rates, int n, int outputs, double weight) {
    for (int i = 0; i < n; i++) {
      rates[i] *= p[i] * (1 - p[i]) * weight;
    }
  }
}
