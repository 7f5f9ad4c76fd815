package org.thalweg.analyzers.passage;

import java.util.Optional;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.block.Block;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.NoiseCapabilities;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Schedule;

/**
 * How far towards a walker bounds are to be moved because nobody looks between two steps.
 *
 * <p>Steps of length h see a bound 0.5826 sqrt(2 D_nn h) too far away, D_nn being the diffusion
 * across it; moved by as much towards the walkers it is passed at the times of the continuous path,
 * up to a small remainder (Broadie, Glasserman, Kou 1997, doi:10.1111/1467-9965.00035; Gobet,
 * Menozzi 2010, doi:10.1016/j.spa.2009.09.014). The number is -zeta(1/2)/sqrt(2 pi).
 */
final class Reach {
  private static final double SEEN_AT_STEPS = 0.5825971579390107;

  /** With more parameters a covariance matrix for each walker and step costs too much. */
  private static final int MOST = 16;

  private final HasCovariance noise;
  private final Schedule learningRate;
  private final boolean same;
  private final double[] point;
  private final double[] covariance;
  private double time;
  private double scale;

  private Reach(HasCovariance noise, Problem problem, boolean same) {
    this.noise = noise;
    this.learningRate = problem.setting().learningRate();
    this.same = same;
    this.point = new double[problem.dim()];
    this.covariance = new double[problem.dim() * problem.dim()];
  }

  /** Whether a method's paths are to be seen as continuous ones, and can. */
  static boolean matters(Problem problem, MethodInfo method) {
    return method.dynamics().kind() == Dynamics.Kind.LANGEVIN && of(problem).isPresent();
  }

  /** That of a problem's noise for one chunk, where its covariance is known and not too large. */
  static Optional<Reach> of(Problem problem) {
    if (problem.dim() > MOST) {
      return Optional.empty();
    }
    return NoiseCapabilities.covariance(problem.noise(), problem.setting())
        .map(noise -> new Reach(noise, problem, problem.noise().traits().additive()));
  }

  /** Prepares for a time after a time without looks. */
  void prepare(double t, double span) {
    time = t;
    scale = span * learningRate.at(t);
    if (same) {
      noise.covariance(t, point, covariance);
    }
  }

  /** By how much a bound across a coordinate is moved. */
  double along(Block x, int walker, int row) {
    if (scale == 0) {
      return 0;
    }
    look(x, walker);
    return SEEN_AT_STEPS * Math.sqrt(scale * covariance[row * (point.length + 1)]);
  }

  /** By how much of a function's values a bound is moved on which it has a constant value. */
  double across(Block x, int walker, double[] gradient) {
    if (scale == 0) {
      return 0;
    }
    look(x, walker);
    double sum = 0;
    for (int i = 0; i < gradient.length; i++) {
      for (int j = 0; j < gradient.length; j++) {
        sum += gradient[i] * covariance[i * gradient.length + j] * gradient[j];
      }
    }
    return SEEN_AT_STEPS * Math.sqrt(scale * sum);
  }

  private void look(Block x, int walker) {
    if (!same) {
      x.point(walker, point);
      noise.covariance(time, point, covariance);
    }
  }
}
