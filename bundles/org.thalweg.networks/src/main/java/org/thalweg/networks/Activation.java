package org.thalweg.networks;

import org.thalweg.api.math.BlockMath;

/**
 * Chooses the activation f of hidden units, with derivatives as functions of h = f(z), since the
 * backward pass still has h.
 *
 * <p>Loops are without branches, which would guess wrongly for every other unit.
 */
public enum Activation {
  /** f = max(z, 0), f' = 1 where h is positive and 0 elsewhere. */
  RELU {
    @Override
    void apply(double[] z, int n) {
      for (int j = 0; j < n; j++) {
        z[j] = Math.max(z[j], 0.0);
      }
    }

    @Override
    void multiplyBySlope(double[] h, double[] out, int n) {
      for (int j = 0; j < n; j++) {
        // The smallest positive number times 2^2046 is above 1.
        out[j] = out[j] * Math.min(1.0, h[j] * 0x1p1023 * 0x1p1023);
      }
    }

    @Override
    void addBend(double[] h, double[] rate, double[] back, double[] out, int n) {
      // f' is flat wherever it has a derivative.
    }
  },

  /** f = tanh z, f' = 1 - h^2. */
  TANH {
    @Override
    void apply(double[] z, int n) {
      BlockMath.tanh(z, z, n);
    }

    @Override
    void multiplyBySlope(double[] h, double[] out, int n) {
      for (int j = 0; j < n; j++) {
        out[j] = out[j] * (1.0 - h[j] * h[j]);
      }
    }

    @Override
    void addBend(double[] h, double[] rate, double[] back, double[] out, int n) {
      for (int j = 0; j < n; j++) {
        out[j] = out[j] - 2.0 * h[j] * rate[j] * back[j];
      }
    }
  };

  /** Replaces z by f(z). */
  abstract void apply(double[] z, int n);

  /** Multiplies by f', given h. */
  abstract void multiplyBySlope(double[] h, double[] out, int n);

  /** Adds (d f'/dh) rate back, the change of f' along a direction in which h changes by rate. */
  abstract void addBend(double[] h, double[] rate, double[] back, double[] out, int n);
}
