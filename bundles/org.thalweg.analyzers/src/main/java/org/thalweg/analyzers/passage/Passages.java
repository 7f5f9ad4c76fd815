package org.thalweg.analyzers.passage;

import java.util.Arrays;
import org.thalweg.api.analysis.MethodInfo;

/**
 * The first passages of one method.
 *
 * @param method the method
 * @param seen what its recorder saw
 * @param byTime survival against time
 * @param bySteps survival against the number of steps
 */
record Passages(MethodInfo method, PassageRecorder seen, Survival byTime, Survival bySteps) {
  Passages(MethodInfo method, PassageRecorder seen) {
    this(method, seen, survival(seen, true), survival(seen, false));
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
