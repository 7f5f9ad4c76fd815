package org.thalweg.engine.draft;

import java.util.Optional;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.NoiseCapabilities;
import org.thalweg.api.problem.Problem;

/**
 * How slowly a problem forgets where it began, as far as that can be told at a glance: along each
 * axis by the curvature where the noise is weak, by diffusion over the domain where the floor is
 * flat. Barriers are not seen.
 */
final class Relaxation {
  private Relaxation() {}

  /**
   * The time after which the slowest axis has forgotten an e-th part of its beginning, judged at
   * the middle of the domain, or at the origin where it has no edges.
   *
   * @param problem the problem
   * @return the time, or empty if an axis has neither curvature nor edges
   */
  static Optional<Double> time(Problem problem) {
    Landscape landscape = problem.landscape();
    int dim = problem.dim();
    double[] middle = new double[dim];
    for (int i = 0; i < dim; i++) {
      Axis axis = problem.domain().get(i);
      middle[i] = axis.bounded() ? 0.5 * (axis.from() + axis.to()) : 0;
    }
    double[] covariance = new double[dim * dim];
    Optional<HasCovariance> noise =
        NoiseCapabilities.covariance(problem.noise(), problem.setting());
    noise.ifPresent(n -> n.covariance(0, middle, covariance));
    double eta = problem.setting().learningRate().at(0);
    double[] unit = new double[dim];
    double[] column = new double[dim];
    double slowest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < dim; i++) {
      unit[i] = 1;
      landscape.hessianVector(0, middle, unit, column);
      unit[i] = 0;
      Axis axis = problem.domain().get(i);
      double length = axis.bounded() ? axis.to() - axis.from() : Double.POSITIVE_INFINITY;
      // The slowest mode of diffusion between reflecting edges decays at (pi/length)^2 D.
      double diffusing = 0.5 * eta * covariance[i * dim + i] * Math.pow(Math.PI / length, 2);
      slowest = Math.min(slowest, Math.max(Math.abs(column[i]), diffusing));
    }
    return slowest > 0 && Double.isFinite(slowest) ? Optional.of(1 / slowest) : Optional.empty();
  }
}
