package org.thalweg.analyzers.verdict;

import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import org.thalweg.analyzers.distance.Distances;
import org.thalweg.analyzers.marginal.Bins;
import org.thalweg.analyzers.marginal.Masses;
import org.thalweg.analyzers.marginal.Slabs;
import org.thalweg.analyzers.moments.MomentData;
import org.thalweg.analyzers.observation.Losses;
import org.thalweg.analyzers.observation.TimedObserver;
import org.thalweg.analyzers.report.Words;
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
  static Witness of(Problem problem, Observed observed) {
    return new Witness(problem, observed.method(), TimedObserver.of(observed));
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

  /** The last save time not after half of one, or minus one if there is none. */
  private int before(int i) {
    double half = seen.time(i) / 2 * (1 + 1e-9);
    int best = -1;
    for (int j = 0; j < i; j++) {
      best = seen.time(j) <= half ? j : best;
    }
    return best;
  }

  /** The method's means at that time, or now if there is none. */
  double[] typicalBefore(int i) {
    return typical(Math.max(0, before(i)));
  }

  /**
   * A bound on t |dm/dt| of the mean of a coordinate: of what decays exponentially, what it moved
   * since an earlier time s times t / (t - s). Zero at the start and in a steady state,
   * not-a-number where it is not known.
   */
  double motionOfMean(int coordinate, int i) {
    return motion(i, j -> seen.at(j).moments().mean(coordinate).value());
  }

  /** The same of the variance of a coordinate. */
  double motionOfVariance(int coordinate, int i) {
    return motion(i, j -> seen.at(j).moments().variance(coordinate).value());
  }

  private double motion(int i, IntToDoubleFunction number) {
    double t = seen.time(i);
    if (Double.isInfinite(t) || t == 0) {
      return 0;
    }
    int j = before(i);
    return j < 0
        ? Double.NaN
        : Math.abs(number.applyAsDouble(i) - number.applyAsDouble(j)) * t / (t - seen.time(j));
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

  /** The total variation of the marginal from another, beyond what sampling alone gives. */
  Relaxation.Reading distance(Bins bins, Masses other, int i) {
    Masses bare = Masses.computed(bins, other.mass(), other.mass());
    Distances.Distance d = new Distances(masses(bins, i), bare).totalVariation();
    return new Relaxation.Reading(d.value() - d.underNull(), d.error(), 0);
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
    if (l.walking() < 2) {
      return Optional.of("no walkers of " + id() + " are left: " + words(l));
    }
    double part = (double) l.diverged() / l.total();
    return part > tolerable
        ? Optional.of(Words.percent(part) + " of the walkers of " + id() + " diverged")
        : Optional.empty();
  }

  /** What should be known of lost walkers, empty for nothing. */
  String losses(int i) {
    Losses l = seen.at(i).losses();
    return sampled() && l.walking() < l.total() ? id() + ": " + words(l) : "";
  }

  /** What should be known of the method's steps, empty for nothing. */
  String warning(StepEffect steps, Masses masses) {
    String warning = steps.warning(dynamics(), masses);
    return warning.isEmpty() ? "" : id() + ": " + warning;
  }

  private static String words(Losses l) {
    return l.absorbed() + " absorbed, " + l.diverged() + " diverged of " + l.total() + " walkers";
  }

  /**
   * The part of the probability that has not been absorbed; the error of a counted part is that of
   * (k + 8) / (n + 16), Wilson's at four standard errors, which does not vanish at none and all.
   */
  Relaxation.Reading remaining(int i) {
    Evidence e = seen.at(i);
    if (sampled()) {
      double n = e.losses().total() - e.losses().diverged();
      double part = e.losses().walking() / n;
      double wilson = (e.losses().walking() + 8) / (n + 16);
      return new Relaxation.Reading(part, Math.sqrt(wilson * (1 - wilson) / n), 0);
    }
    double mass = e.axis().map(a -> ((Slabs) a).mass()).orElse(1.0);
    double coarse = e.axis().map(a -> ((Slabs) a).coarseMass()).orElse(1.0);
    return new Relaxation.Reading((4 * mass - coarse) / 3, 0, Math.abs(mass - coarse) / 3);
  }
}
