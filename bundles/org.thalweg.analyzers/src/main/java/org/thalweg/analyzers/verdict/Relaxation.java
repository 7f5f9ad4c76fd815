package org.thalweg.analyzers.verdict;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.thalweg.analyzers.floor.FloorWalk;
import org.thalweg.analyzers.marginal.Bounds;
import org.thalweg.analyzers.observation.TimedObserver;
import org.thalweg.analyzers.report.Words;
import org.thalweg.api.problem.Landscape;

/**
 * Whether a method has forgotten its start, so that something stationary can be held against it.
 *
 * <p>What is left of the start is computed by the {@link FloorWalk} where there is one, else from
 * the smallest eigenvalue of the Hessian. Beside that, the number must not have moved between T/2
 * and T by more than its errors and what is left at T/2.
 */
final class Relaxation {
  private static final double MOVED = 3;

  private Relaxation() {}

  /**
   * What is left of the start.
   *
   * @param obstacle why the method cannot be held against something stationary
   * @param residual the bound on what the start still changes
   */
  record State(Optional<String> obstacle, double residual) {
    static final State FORGOTTEN = new State(Optional.empty(), 0);
  }

  /** A number that can be read off any method at any of its save times. */
  @FunctionalInterface
  interface Statistic {
    Reading of(Witness witness, int i);
  }

  /** A number with its error of sampling and the bound on its other errors. */
  record Reading(double value, double sampling, double bound) {
    double error() {
      return Bounds.combine(sampling, bound);
    }
  }

  /**
   * The smallest eigenvalue of the Hessian, the rate at which a quadratic relaxes.
   *
   * @param landscape the landscape
   * @param typical a point where walkers are
   * @return the rate, or empty if the landscape does not confine there or is too large
   */
  static OptionalDouble linearRate(Landscape landscape, double[] typical) {
    int n = typical.length;
    if (n > 64) {
      return OptionalDouble.empty();
    }
    RealMatrix hessian = new Array2DRowRealMatrix(n, n);
    double[] v = new double[n];
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      v[i] = 1;
      landscape.hessianVector(typical, v, out);
      v[i] = 0;
      hessian.setColumn(i, out);
    }
    RealMatrix symmetric = hessian.add(hessian.transpose()).scalarMultiply(0.5);
    double least = Double.POSITIVE_INFINITY;
    for (double value : new EigenDecomposition(symmetric).getRealEigenvalues()) {
      least = Math.min(least, value);
    }
    return least > 0 ? OptionalDouble.of(least) : OptionalDouble.empty();
  }

  /**
   * Judges whether a number of a method has become stationary; a steady density of the same
   * experiment may vouch for it, for a number that agrees with it has forgotten the start.
   *
   * @param w the method
   * @param others all methods
   * @param statistic the number
   * @param decay how it forgets the start, if that is known
   * @param tolerable the size of what may be left
   * @return the state at the last save time
   */
  static State of(
      Witness w,
      List<Witness> others,
      Statistic statistic,
      Optional<Decay> decay,
      double tolerable) {
    State state = alone(w, statistic, decay, tolerable);
    if (state.obstacle().isEmpty()) {
      return state;
    }
    Reading now = statistic.of(w, w.last());
    for (Witness other : others) {
      if (other.steady() && other != w) {
        Reading steady = statistic.of(other, other.last());
        double error = Math.hypot(now.error(), steady.error());
        if (Math.abs(now.value() - steady.value()) <= MOVED * error && error <= tolerable) {
          return State.FORGOTTEN;
        }
      }
    }
    return state;
  }

  private static State alone(
      Witness w, Statistic statistic, Optional<Decay> decay, double tolerable) {
    if (w.steady()) {
      return State.FORGOTTEN;
    }
    TimedObserver<?> seen = w.seen();
    int last = w.last();
    double end = seen.time(last);
    int middle = nearest(seen, end / 2);
    boolean halfway = middle != last && middle != 0;
    if (decay.isEmpty() && !halfway) {
      return new State(
          Optional.of(
              "it is not known whether it has relaxed: save at three times or more, or add a steady"
                  + " density"),
          Double.NaN);
    }
    Reading now = statistic.of(w, last);
    double residual = decay.map(d -> d.left().applyAsDouble(end)).orElse(0.0);
    if (halfway) {
      Reading then = statistic.of(w, middle);
      double moved = Math.abs(now.value() - then.value());
      double explained =
          decay.map(d -> d.left().applyAsDouble(seen.time(middle))).orElse(0.0)
              + MOVED * Math.hypot(now.error(), then.error());
      if (moved > explained) {
        return new State(Optional.of(moving(seen, then, now, middle)), moved);
      }
      if (decay.isEmpty()) {
        // Aitken: what moved over the second half leaves its square over what moved over all.
        double start = Math.abs(statistic.of(w, 0).value() - now.value());
        residual = moved * moved / Math.max(start, moved + Double.MIN_NORMAL);
      }
    }
    return residual > tolerable
        ? new State(Optional.of(tooShort(end, residual, decay, tolerable)), residual)
        : new State(Optional.empty(), residual);
  }

  private static String moving(TimedObserver<?> seen, Reading then, Reading now, int middle) {
    return "it is not relaxed: it moved from "
        + Words.number(then.value())
        + " at t = "
        + Words.number(seen.time(middle))
        + " to "
        + Words.number(now.value())
        + " at t = "
        + Words.number(seen.time(seen.size() - 1));
  }

  private static String tooShort(
      double end, double residual, Optional<Decay> decay, double tolerable) {
    String start =
        "it is not relaxed: at the horizon "
            + Words.number(end)
            + " the start may still change it by "
            + Words.rough(residual);
    return decay
        .map(
            d ->
                start
                    + "; a horizon of "
                    + Words.rough(end + Math.log(residual / tolerable) / d.rate())
                    + " is enough")
        .orElse(start);
  }

  /** The save time nearest to a time. */
  private static int nearest(TimedObserver<?> seen, double time) {
    int best = 0;
    for (int i = 1; i < seen.size(); i++) {
      if (Math.abs(seen.time(i) - time) < Math.abs(seen.time(best) - time)) {
        best = i;
      }
    }
    return best;
  }
}
