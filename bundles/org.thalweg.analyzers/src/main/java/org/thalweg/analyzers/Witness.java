package org.thalweg.analyzers;

import java.util.Optional;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Problem;

/**
 * One method with everything that a verdict has seen of it.
 *
 * @param problem the problem
 * @param method the method
 * @param seen its evidence at all save times
 */
record Witness(Problem problem, MethodInfo method, TimedObserver<Evidence> seen) {
  @SuppressWarnings("unchecked") // the observer is the one that the verdict made
  static Witness of(Problem problem, Observed observed) {
    return new Witness(problem, observed.method(), (TimedObserver<Evidence>) observed.observer());
  }

  String id() {
    return method.id();
  }

  Dynamics dynamics() {
    return method.dynamics();
  }

  int last() {
    return seen.size() - 1;
  }

  boolean sampled() {
    return seen.size() > 0 && seen.last().moments().sampled();
  }

  /** The marginal at a save time. */
  Masses masses(Bins bins, int i) {
    return seen.at(i).axis().orElseThrow().masses(bins);
  }

  /** The method's means as a point. */
  double[] typical(int i) {
    double[] x = new double[problem.dim()];
    MomentData m = seen.at(i).moments();
    for (int c = 0; c < Math.min(x.length, m.variables()); c++) {
      x[c] = m.mean(c).value();
    }
    return x;
  }

  Relaxation.Reading mean(int coordinate, int i) {
    return reading(seen.at(i).moments().mean(coordinate), i);
  }

  Relaxation.Reading variance(int coordinate, int i) {
    return reading(seen.at(i).moments().variance(coordinate), i);
  }

  private Relaxation.Reading reading(Estimate e, int i) {
    return seen.at(i).moments().sampled()
        ? new Relaxation.Reading(e.value(), e.error(), 0)
        : new Relaxation.Reading(e.value(), 0, e.error());
  }

  /** The mean over the marginal of a function given by its value in every bin. */
  Relaxation.Reading mean(Bins bins, double[] f, int i) {
    Masses m = masses(bins, i);
    double mean = m.expectation(f);
    double square = 0;
    double bound = 0;
    for (int k = 0; k < f.length; k++) {
      square += m.mass()[k] * (f[k] - mean) * (f[k] - mean);
      bound += Math.abs(f[k]) * m.bound(k);
    }
    return new Relaxation.Reading(mean, Math.sqrt(square / m.samples()), bound);
  }

  /** The total variation of the marginal from another. */
  Relaxation.Reading distance(Bins bins, Masses other, int i) {
    Masses bare = Masses.computed(bins, other.mass(), other.mass());
    Distances.Distance d = new Distances(masses(bins, i), bare).totalVariation();
    return new Relaxation.Reading(d.value(), d.error(), 0);
  }

  /** Whether the last thing seen was a steady state. */
  boolean steady() {
    return Double.isInfinite(seen.time(last()));
  }

  /** Why nothing can be said of a method that has lost its walkers. */
  Optional<String> lost(int i, double tolerable) {
    Losses l = seen.at(i).losses();
    if (!sampled() || l.total() == 0) {
      return Optional.empty();
    }
    if (l.walking < 2) {
      return Optional.of("no walkers of " + id() + " are left: " + words(l));
    }
    double part = (double) l.diverged / l.total();
    return part > tolerable
        ? Optional.of(Words.percent(part) + " of the walkers of " + id() + " diverged")
        : Optional.empty();
  }

  /** What should be known of lost walkers, empty for nothing. */
  String losses(int i) {
    Losses l = seen.at(i).losses();
    return sampled() && l.walking < l.total() ? id() + ": " + words(l) : "";
  }

  /** What should be known of the method's steps, empty for nothing. */
  String warning(StepEffect steps, Masses masses) {
    String warning = steps.warning(dynamics(), masses);
    return warning.isEmpty() ? "" : id() + ": " + warning;
  }

  private static String words(Losses l) {
    return l.absorbed + " absorbed, " + l.diverged + " diverged of " + l.total() + " walkers";
  }

  /** The part of the probability that has not been absorbed. */
  Relaxation.Reading remaining(int i) {
    Evidence e = seen.at(i);
    if (sampled()) {
      double n = e.losses().total() - e.losses().diverged;
      double part = e.losses().walking / n;
      return new Relaxation.Reading(part, Math.sqrt(part * (1 - part) / n), 0);
    }
    double mass = e.axis().map(a -> ((Slabs) a).mass()).orElse(1.0);
    double coarse = e.axis().map(a -> ((Slabs) a).coarseMass()).orElse(1.0);
    return new Relaxation.Reading((4 * mass - coarse) / 3, 0, Math.abs(mass - coarse) / 3);
  }
}
