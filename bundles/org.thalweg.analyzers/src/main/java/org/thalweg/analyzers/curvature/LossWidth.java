package org.thalweg.analyzers.curvature;

import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.thalweg.api.problem.Problem;

/**
 * How far a point can be moved along a direction until the loss has grown by the factor e: the
 * flatness of Feng and Tu 2021, doi:10.1073/pnas.2015617118.
 */
final class LossWidth {
  private static final double FARTHEST = 1e6;

  private final Problem problem;
  private final double[] centre;
  private final double level;

  LossWidth(Problem problem, double[] centre) {
    this.problem = problem;
    this.centre = centre;
    this.level = Math.E * problem.landscape().value(problem.horizon(), centre);
  }

  /**
   * The distance between the two places; not-a-number where the loss at the centre is not positive
   * or does not grow that much.
   */
  double along(double[] direction) {
    return reach(direction, 1) + reach(direction, -1);
  }

  private double reach(double[] direction, int sign) {
    if (!(level > 0)) {
      return Double.NaN;
    }
    UnivariateFunction above = s -> loss(direction, sign * s) - level;
    double far = 1e-6;
    while (far < FARTHEST && !(above.value(far) > 0)) {
      far *= 2;
    }
    return far < FARTHEST && Double.isFinite(above.value(far))
        ? new BrentSolver(1e-10 * far).solve(200, above, 0, far)
        : Double.NaN;
  }

  private double loss(double[] direction, double s) {
    double[] x = centre.clone();
    for (int i = 0; i < x.length; i++) {
      x[i] += s * direction[i];
    }
    return problem.landscape().value(problem.horizon(), x);
  }
}
