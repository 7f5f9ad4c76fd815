package org.thalweg.landscapes;

import org.thalweg.api.problem.Landscape;

/** Finds and judges stationary points in two dimensions through gradient and Hessian alone. */
final class StationaryPoint {
  private StationaryPoint() {}

  /** Newton's iteration from a guess, to rounding. */
  static double[] near(Landscape landscape, double x, double y) {
    double[] p = {x, y};
    for (int k = 0; k < 50; k++) {
      double[] g = new double[2];
      landscape.gradient(p, g);
      double[] h = hessian(landscape, p);
      double det = h[0] * h[2] - h[1] * h[1];
      p[0] -= (h[2] * g[0] - h[1] * g[1]) / det;
      p[1] -= (h[0] * g[1] - h[1] * g[0]) / det;
    }
    return p;
  }

  /** The number of negative eigenvalues: 0 at a minimum, 1 at a saddle. */
  static int index(Landscape landscape, double[] p) {
    double[] h = hessian(landscape, p);
    if (h[0] * h[2] - h[1] * h[1] < 0) {
      return 1;
    }
    return h[0] > 0 ? 0 : 2;
  }

  /** xx, xy, yy. */
  private static double[] hessian(Landscape landscape, double[] p) {
    double[] first = new double[2];
    double[] second = new double[2];
    landscape.hessianVector(p, new double[] {1, 0}, first);
    landscape.hessianVector(p, new double[] {0, 1}, second);
    return new double[] {first[0], first[1], second[1]};
  }
}
