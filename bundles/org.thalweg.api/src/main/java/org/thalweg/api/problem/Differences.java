package org.thalweg.api.problem;

import java.util.Arrays;

/**
 * Central differences, the default derivatives of a landscape.
 *
 * <p>Steps balance truncation h^2 against rounding eps/h: h = eps^(1/3) max(1, |x|). Source: W. H.
 * Press et al., Numerical Recipes, 3rd ed., section 5.7.
 */
final class Differences {
  private static final double STEP = Math.cbrt(Math.ulp(1.0));

  private Differences() {}

  static void gradient(Landscape landscape, double[] x, double[] out) {
    for (int i = 0; i < x.length; i++) {
      double here = x[i];
      double h = STEP * Math.max(1, Math.abs(here));
      double above = here + h;
      double below = here - h;
      x[i] = above;
      double up = landscape.value(x);
      x[i] = below;
      double down = landscape.value(x);
      x[i] = here;
      out[i] = (up - down) / (above - below);
    }
  }

  static void hessianVector(Landscape landscape, double[] x, double[] v, double[] out) {
    int n = x.length;
    double largest = 0;
    double size = 1;
    for (int i = 0; i < n; i++) {
      largest = Math.max(largest, Math.abs(v[i]));
      size = Math.max(size, Math.abs(x[i]));
    }
    if (largest == 0) {
      Arrays.fill(out, 0, n, 0);
      return;
    }
    double h = STEP * size / largest;
    double[] shifted = new double[n];
    double[] down = new double[n];
    for (int i = 0; i < n; i++) {
      shifted[i] = x[i] - h * v[i];
    }
    landscape.gradient(shifted, down);
    for (int i = 0; i < n; i++) {
      shifted[i] = x[i] + h * v[i];
    }
    landscape.gradient(shifted, out);
    for (int i = 0; i < n; i++) {
      out[i] = (out[i] - down[i]) / (2 * h);
    }
  }
}
