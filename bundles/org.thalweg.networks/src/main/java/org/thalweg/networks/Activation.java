package org.thalweg.networks;

import org.thalweg.api.math.BlockMath;

/**
 * Chooses the activation f of hidden units, with its derivatives.
 *
 * <p>Loops are without branches, which would guess wrongly for every other unit. The derivatives of
 * relu and tanh are functions of h, which the backward pass still has.
 */
public enum Activation {
  /** f = z, f' = 1: layers that stay linear. */
  IDENTITY {
    @Override
    void apply(Units units, int n) {
      // The units are z itself.
    }

    @Override
    void multiplyBySlope(Units units, double[] out, int n) {
      // The slope is 1.
    }

    @Override
    void addBend(Units units, double[] rate, double[] back, double[] out, int n) {
      // A straight line has no bend.
    }
  },

  /** f = max(z, 0), f' = 1 where h is positive and 0 elsewhere. */
  RELU {
    @Override
    void apply(Units units, int n) {
      double[] z = units.h();
      for (int j = 0; j < n; j++) {
        z[j] = Math.max(z[j], 0.0);
      }
    }

    @Override
    void multiplyBySlope(Units units, double[] out, int n) {
      double[] h = units.h();
      for (int j = 0; j < n; j++) {
        // The smallest positive number times 2^2046 is above 1.
        out[j] = out[j] * Math.min(1.0, h[j] * 0x1p1023 * 0x1p1023);
      }
    }

    @Override
    void addBend(Units units, double[] rate, double[] back, double[] out, int n) {
      // f' is flat wherever it has a derivative.
    }
  },

  /** f = tanh z, f' = 1 - h^2. */
  TANH {
    @Override
    void apply(Units units, int n) {
      BlockMath.tanh(units.h(), units.h(), n);
    }

    @Override
    void multiplyBySlope(Units units, double[] out, int n) {
      double[] h = units.h();
      for (int j = 0; j < n; j++) {
        out[j] = out[j] * (1.0 - h[j] * h[j]);
      }
    }

    @Override
    void addBend(Units units, double[] rate, double[] back, double[] out, int n) {
      double[] h = units.h();
      for (int j = 0; j < n; j++) {
        out[j] = out[j] - 2.0 * h[j] * rate[j] * back[j];
      }
    }
  },

  /** f = z Phi(z) with the normal distribution Phi, see {@link Gelu}. */
  GELU {
    @Override
    boolean keepsDerivatives() {
      return true;
    }

    @Override
    void apply(Units units, int n) {
      Gelu.apply(units.h(), units.slopes(), units.curvatures(), n);
    }

    @Override
    void multiplyBySlope(Units units, double[] out, int n) {
      double[] slopes = units.slopes();
      for (int j = 0; j < n; j++) {
        out[j] = out[j] * slopes[j];
      }
    }

    @Override
    void addBend(Units units, double[] rate, double[] back, double[] out, int n) {
      double[] curvatures = units.curvatures();
      for (int j = 0; j < n; j++) {
        out[j] = out[j] + curvatures[j] * rate[j] * back[j];
      }
    }
  };

  /**
   * Whether {@link #apply} writes down f' and f'', since they cannot be had from h; then {@link
   * #addBend} takes rates of z, not of h.
   */
  boolean keepsDerivatives() {
    return false;
  }

  /** Replaces z, which stands in the place of h, by h = f(z). */
  abstract void apply(Units units, int n);

  /** Multiplies by f'. */
  abstract void multiplyBySlope(Units units, double[] out, int n);

  /** Adds the change of f' along a direction, in which h (or z) changes by rate, times back. */
  abstract void addBend(Units units, double[] rate, double[] back, double[] out, int n);
}
