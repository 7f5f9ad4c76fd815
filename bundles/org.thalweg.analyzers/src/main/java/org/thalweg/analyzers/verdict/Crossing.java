package org.thalweg.analyzers.verdict;

import java.util.Optional;
import org.thalweg.analyzers.marginal.FloorDiffusion;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Problem;

/**
 * How many walkers an absorbing edge misses because they are seen at the ends of steps alone: one
 * that crosses and comes back within a step walks on.
 *
 * <p>Steps of length h see an absorbing edge 0.5826 sqrt(2 D h) further out (Broadie, Glasserman,
 * Kou 1997, doi:10.1111/1467-9965.00035). What that changes in the rate of absorption is bounded by
 * the scales on which it varies with the edge's place: D / |L'| on a slope, sqrt(D / |L''|) on a
 * barrier, half the distance from where the walkers are, and early 2 D t over that distance.
 */
final class Crossing {
  private static final double SEEN_AT_STEPS = 0.5826;

  private final Problem problem;

  Crossing(Problem problem) {
    this.problem = problem;
  }

  /**
   * The relative error of the rate of absorption.
   *
   * @param dynamics the description
   * @param typical a point where walkers are
   * @param time the time since the start
   * @return a bound, at most one; zero for a density
   */
  double relative(Dynamics dynamics, double[] typical, double time) {
    if (!StepEffect.discrete(dynamics)) {
      return 0;
    }
    Optional<FloorDiffusion> diffusion = FloorDiffusion.of(problem);
    if (diffusion.isEmpty()) {
      return 1;
    }
    double most = 0;
    for (int a = 0; a < problem.dim(); a++) {
      Axis axis = problem.domain().get(a);
      if (axis.lower() == Edge.ABSORBING) {
        most = Math.max(most, at(diffusion.get(), dynamics, typical, time, a, axis.from()));
      }
      if (axis.upper() == Edge.ABSORBING) {
        most = Math.max(most, at(diffusion.get(), dynamics, typical, time, a, axis.to()));
      }
    }
    return Math.min(1, most);
  }

  private double at(
      FloorDiffusion diffusion,
      Dynamics dynamics,
      double[] typical,
      double time,
      int a,
      double edge) {
    double d = diffusion.at(a, a == 0 ? edge : typical[0]) / (1 - dynamics.momentum());
    if (!(d > 0)) {
      return 1;
    }
    double[] x = typical.clone();
    x[a] = edge;
    double[] slope = new double[x.length];
    double[] unit = new double[x.length];
    double[] bend = new double[x.length];
    unit[a] = 1;
    problem.landscape().gradient(x, slope);
    problem.landscape().hessianVector(x, unit, bend);
    double distance = Math.abs(edge - typical[a]);
    double perLength =
        Math.abs(slope[a]) / d
            + Math.sqrt(Math.abs(bend[a]) / d)
            + 2 / distance
            + distance / (2 * d * time);
    return SEEN_AT_STEPS * Math.sqrt(2 * d * dynamics.step()) * perLength;
  }
}
