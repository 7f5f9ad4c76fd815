package org.thalweg.analyzers.verdict;

import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.analyzers.floor.FloorWalk;
import org.thalweg.analyzers.marginal.Bins;
import org.thalweg.analyzers.marginal.FloorDiffusion;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.ValleyShape;

/**
 * How the numbers of a verdict forget the start: carried along the floor where the {@link
 * FloorWalk} of the problem is known, else at the rate of the Hessian's smallest eigenvalue.
 *
 * @param problem the problem
 * @param bins the bins along axis 0, where it has ends
 * @param walk the walk along the floor, where it is known
 */
record Forgetting(Problem problem, Optional<Bins> bins, Optional<FloorWalk> walk) {
  private static double speed(Witness w) {
    return 1 / (1 - w.dynamics().momentum());
  }

  /** With momenta the clock is another, and only what was seen tells how the start is forgotten. */
  private static boolean knownClock(Witness w) {
    return w.dynamics().kind() != Dynamics.Kind.UNDERDAMPED_LANGEVIN;
  }

  private boolean floor() {
    return walk.isPresent() && bins.isPresent();
  }

  private double[] start(Witness w) {
    return w.masses(bins.orElseThrow(), 0).mass();
  }

  /** The mean of a function of the bins. */
  Optional<Decay> mean(Witness w, double[] f) {
    return floor() && knownClock(w)
        ? Optional.of(Decay.of(walk.get(), start(w), f, speed(w)))
        : Optional.empty();
  }

  /** The total variation of the marginal. */
  Optional<Decay> totalVariation(Witness w) {
    return floor() && knownClock(w)
        ? Optional.of(Decay.totalVariation(walk.get(), start(w), speed(w)))
        : Optional.empty();
  }

  /** The mean of a coordinate. */
  Optional<Decay> mean(Witness w, int coordinate) {
    if (!knownClock(w)) {
      return Optional.empty();
    }
    if (floor() && coordinate == 0) {
      return mean(w, bins.get().centres());
    }
    return single(
        w, Math.abs(w.mean(coordinate, 0).value() - w.mean(coordinate, w.last()).value()));
  }

  /** The variance of a coordinate; across a valley it follows D_y / lambda along the floor. */
  Optional<Decay> variance(Witness w, int coordinate) {
    if (!knownClock(w)) {
      return Optional.empty();
    }
    Optional<ValleyShape> valley = problem.landscape().valley();
    boolean across = coordinate == 1 && valley.isPresent() && problem.dim() == 2;
    if (!floor() || coordinate > 1 || coordinate == 1 && !across) {
      double now = w.variance(coordinate, w.last()).value();
      return single(w, Math.abs(w.variance(coordinate, 0).value() - now));
    }
    double[] f = bins.get().centres();
    double mean = w.mean(0, w.last()).value();
    FloorDiffusion diffusion = FloorDiffusion.of(problem).orElseThrow();
    for (int i = 0; i < f.length; i++) {
      f[i] =
          across
              ? diffusion.across(f[i]) / valley.get().curvature(f[i])
              : (f[i] - mean) * (f[i] - mean);
    }
    return across
        ? mean(w, f)
        : Optional.of(mean(w, f).orElseThrow().plusSquareOf(mean(w, 0).orElseThrow()));
  }

  private Optional<Decay> single(Witness w, double amplitude) {
    OptionalDouble rate = Relaxation.linearRate(problem.landscape(), w.typical(w.last()));
    return rate.isPresent()
        ? Optional.of(Decay.single(amplitude, rate.getAsDouble() * speed(w)))
        : Optional.empty();
  }
}
