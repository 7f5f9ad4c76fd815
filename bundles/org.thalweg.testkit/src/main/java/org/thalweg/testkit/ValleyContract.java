package org.thalweg.testkit;

import java.util.List;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.ValleyShape;

/**
 * Checks that a valley's shape describes its landscape, since predictions use the one for the
 * other.
 */
final class ValleyContract {
  private static final double TOLERANCE = 1e-9;

  private final Landscape landscape;
  private final ValleyShape shape;

  ValleyContract(Landscape landscape, ValleyShape shape) {
    this.landscape = landscape;
    this.shape = shape;
  }

  void verify(List<double[]> points) {
    Check.that(landscape.dim() == 2, "a valley has 2 parameters, not %d", landscape.dim());
    Check.that(
        shape.referenceCurvature() > 0,
        "reference curvature is %s, should be positive",
        shape.referenceCurvature());
    for (double[] p : points) {
      at(p[0], p[1]);
    }
  }

  private void at(double x, double y) {
    double[] p = {x, y};
    double half = 0.5 * y * y;
    double[] g = new double[2];
    double[] h = new double[2];
    landscape.gradient(p, g);
    landscape.hessianVector(p, new double[] {1, 0}, h);
    expect(landscape.value(p), shape.floor(x) + shape.curvature(x) * half, "loss", x, y);
    expect(g[0], shape.floorSlope(x) + shape.curvatureSlope(x) * half, "slope along", x, y);
    expect(g[1], shape.curvature(x) * y, "slope across", x, y);
    expect(h[1], shape.curvatureSlope(x) * y, "Hessian's entry xy", x, y);
    expect(Math.exp(-2 * shape.logFlatness(x)), shape.curvature(x), "lambda from ln F", x, y);
    landscape.hessianVector(new double[] {x, 0}, new double[] {1, 0}, g);
    expect(h[0] - g[0], shape.curvatureBend(x) * half, "Hessian's entry xx beyond the floor", x, y);
  }

  private static void expect(double actual, double expected, String what, double x, double y) {
    double allowed = TOLERANCE * (1 + Math.abs(expected));
    Check.close(actual, expected, allowed, "%s at x = %s, y = %s", what, x, y);
  }
}
