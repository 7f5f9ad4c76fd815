package org.thalweg.engine.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.thalweg.api.block.Block;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Problem;
import org.thalweg.engine.ensemble.StartSample;

/**
 * Refuses a noise that cannot act where walkers start or where a density lives, before anything
 * runs.
 */
final class NoiseCheck {
  private static final int STARTING_POINTS = 64;

  /** Networks are looked at in fewer points. */
  private static final int NUMBERS = 1 << 16;

  /** Places per axis of the domain, its ends left out; only few dimensions are gone through. */
  private static final int PLACES = 9;

  private static final int FEW_DIMENSIONS = 3;

  private NoiseCheck() {}

  /** Why the noise cannot act at some starting point. */
  static Optional<String> atStart(Problem problem, long seed) {
    int walkers = Math.max(1, Math.min(STARTING_POINTS, NUMBERS / problem.dim()));
    Block points = StartSample.of(problem.start(), problem.dim(), walkers, seed);
    double[] x = new double[problem.dim()];
    for (int w = 0; w < points.walkers(); w++) {
      points.point(w, x);
      Optional<String> objection = problem.noise().objection(0, x);
      if (objection.isPresent()) {
        return Optional.of(objection.get() + where("starting point", x));
      }
    }
    return Optional.empty();
  }

  /** Why the noise cannot act somewhere on a domain on which a density lives. */
  static Optional<String> onDomain(Problem problem) {
    List<Axis> domain = problem.domain();
    if (problem.dim() > FEW_DIMENSIONS || !domain.stream().allMatch(Axis::bounded)) {
      return Optional.empty();
    }
    double[] x = new double[problem.dim()];
    int points = (int) Math.pow(PLACES, problem.dim());
    for (int p = 0; p < points; p++) {
      int rest = p;
      for (int a = 0; a < x.length; a++) {
        x[a] = domain.get(a).from() + domain.get(a).length() * (rest % PLACES + 0.5) / PLACES;
        rest /= PLACES;
      }
      Optional<String> objection = problem.noise().objection(0, x);
      if (objection.isPresent()) {
        return Optional.of(objection.get() + where("point of the domain", x));
      }
    }
    return Optional.empty();
  }

  private static String where(String what, double[] x) {
    return x.length <= FEW_DIMENSIONS ? " (at the " + what + " " + Arrays.toString(x) + ")" : "";
  }
}
