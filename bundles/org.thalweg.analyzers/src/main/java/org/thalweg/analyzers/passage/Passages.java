package org.thalweg.analyzers.passage;

import java.util.Arrays;
import java.util.Optional;
import org.thalweg.api.analysis.MethodInfo;

/**
 * The first passages of one method.
 *
 * @param method the method
 * @param seen what its recorder saw
 * @param byTime survival against time
 * @param bySteps survival against the number of steps
 * @param otherwise survival against time with bounds moved by the other way of looking, if any
 */
record Passages(
    MethodInfo method,
    PassageRecorder seen,
    Survival byTime,
    Survival bySteps,
    Optional<Survival> otherwise) {
  Passages(MethodInfo method, PassageLooks looks) {
    this(
        method,
        looks.counted(),
        survival(looks.counted(), true),
        survival(looks.counted(), false),
        looks.otherwise().map(o -> survival(o, true)));
  }

  /** How much moved bounds change the mean of the time or the horizon, without a sign. */
  double betweenSteps() {
    return otherwise
        .map(o -> Math.abs(o.restrictedMean().value() - byTime.restrictedMean().value()))
        .orElse(Double.NaN);
  }

  private static Survival survival(PassageRecorder seen, boolean time) {
    double[] happened = new double[seen.walkers()];
    double[] lost = new double[seen.walkers()];
    int h = 0;
    int l = 0;
    for (int w = 0; w < seen.walkers(); w++) {
      double value = time ? seen.time(w) : seen.steps(w);
      if (seen.fate(w) >= 0) {
        happened[h++] = value;
      } else {
        lost[l++] = value;
      }
    }
    return new Survival(Arrays.copyOf(happened, h), Arrays.copyOf(lost, l));
  }

  /** The times of those that passed into one region. */
  double[] into(int region) {
    double[] out = new double[seen.walkers()];
    int n = 0;
    for (int w = 0; w < seen.walkers(); w++) {
      if (seen.fate(w) == region) {
        out[n++] = seen.time(w);
      }
    }
    return Arrays.copyOf(out, n);
  }
}
