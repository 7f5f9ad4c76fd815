package org.thalweg.networks;

import org.thalweg.api.math.BlockMath;

/**
 * Computes the Gaussian error linear unit f(z) = z Phi(z) and its derivatives, f' = Phi + z phi and
 * f'' = (2 - z^2) phi, with the normal distribution Phi(z) = (1 + erf(z/sqrt 2))/2 and its density
 * phi.
 *
 * <p>With a = |z| and the tail Q(a) = 1 - Phi(a), f = max(z, 0) - a Q(a). Q is exp(-a^2/2) G(t)/(1
 * + a) with t = (a - 5)/(a + 5); G is our own Chebyshev series of degree 24 (60-digit arithmetic),
 * with a relative error of 6e-18, written in powers of t. With the rounding of double numbers Q has
 * a relative error below 1e-15, for every a up to where it is no longer a normal number. It is made
 * of exactly rounded operations and {@link BlockMath}, so its bits are the same everywhere.
 *
 * <p>Source of the unit: Hendrycks, Gimpel 2016, arXiv:1606.08415; of the variable t: Shepherd,
 * Laframboise 1981, doi:10.1090/S0025-5718-1981-0595058-X.
 */
final class Gelu {
  /** From here on the tail is zero. */
  private static final double LARGE = 40;

  /** Where t is 0, chosen for the quickest decay of the coefficients. */
  private static final double CENTRE = 5;

  private static final double DENSITY_AT_0 = 0x1.9884533d43651p-2;

  /** The coefficients of G, from the constant on. */
  private static final double[] G = {
    0x1.d8979b0f2b39dp-2,
    -0x1.76ff86859eb1cp-4,
    0x1.fc66cc64a13dfp-6,
    0x1.47c1d030561b8p-7,
    -0x1.b08e0007b4c6ap-6,
    0x1.92037bab2f2afp-6,
    -0x1.f11aab030cc7ap-7,
    0x1.ab6d0392975aep-8,
    -0x1.b75f4f7ed3169p-10,
    0x1.05714fe6aa3dcp-17,
    0x1.7e61e04f1d12cp-13,
    -0x1.c1b16762e9607p-15,
    -0x1.4c0d87bd7511ap-17,
    0x1.2fff4d2a5194ep-17,
    -0x1.2fae62e6021c7p-24,
    -0x1.5ef72f0c6e0efp-20,
    0x1.13d704d4ff509p-23,
    0x1.a58106b360b2cp-23,
    -0x1.cdd46144f1540p-26,
    -0x1.09e034d7b4554p-25,
    0x1.146c73b270e82p-28,
    0x1.2e7204d6498afp-28,
    -0x1.dbca95d80f093p-32,
    -0x1.a38dadeae8ad6p-32,
    0x1.b955cb7ff3a54p-36
  };

  private Gelu() {}

  /**
   * Computes f and its derivatives.
   *
   * @param z arguments; set to f
   * @param slopes set to f'
   * @param curvatures set to f''
   * @param n how many
   */
  static void apply(double[] z, double[] slopes, double[] curvatures, int n) {
    for (int j = 0; j < n; j++) {
      double a = Math.min(Math.abs(z[j]), LARGE);
      slopes[j] = -0.5 * (a * a);
    }
    BlockMath.exp(slopes, slopes, n);
    series(z, curvatures, n);
    for (int j = 0; j < n; j++) {
      double a = Math.min(Math.abs(z[j]), LARGE);
      double square = a * a;
      // What the square has lost by rounding; the exponential would make 700 times as much of it.
      double exp = slopes[j] * (1 - 0.5 * Math.fma(a, a, -square));
      double tail = exp * curvatures[j] / (1 + a);
      double density = DENSITY_AT_0 * exp;
      double phi = z[j] < 0 ? tail : 1 - tail;
      slopes[j] = Math.fma(Math.copySign(a, z[j]), density, phi);
      curvatures[j] = (2 - square) * density;
      z[j] = Math.max(z[j], 0.0) - a * tail;
    }
  }

  /** Writes G, by Horner's rule. */
  private static void series(double[] z, double[] out, int n) {
    for (int j = 0; j < n; j++) {
      double a = Math.min(Math.abs(z[j]), LARGE);
      double t = (a - CENTRE) / (a + CENTRE);
      double sum = G[G.length - 1];
      for (int i = G.length - 2; i >= 0; i--) {
        sum = Math.fma(sum, t, G[i]);
      }
      out[j] = sum;
    }
  }
}
