package org.thalweg.analyzers.observation;

import java.util.Optional;
import org.thalweg.analyzers.report.Words;
import org.thalweg.api.analysis.MethodInfo;

/** Finds the save times at which two methods can be compared: within half a step of each other. */
public final class Matching {
  private Matching() {}

  /**
   * Two indices of save times.
   *
   * @param left the first method's
   * @param right the second method's
   */
  public record Pair(int left, int right) {}

  /** The last save times of two methods that match. */
  public static Optional<Pair> last(
      MethodInfo left, TimedObserver<?> a, MethodInfo right, TimedObserver<?> b) {
    double half = Math.max(left.dynamics().step(), right.dynamics().step()) / 2;
    for (int i = a.size() - 1; i >= 0; i--) {
      for (int j = b.size() - 1; j >= 0; j--) {
        double ta = a.time(i);
        double tb = b.time(j);
        if (ta == tb || Math.abs(ta - tb) <= half + 1e-9 * Math.abs(ta)) {
          return Optional.of(new Pair(i, j));
        }
      }
    }
    return Optional.empty();
  }

  /** Why there are none. */
  public static String nothing(TimedObserver<?> a, TimedObserver<?> b) {
    return "their save times are nowhere within half a step of each other: "
        + times(a)
        + " and "
        + times(b);
  }

  private static String times(TimedObserver<?> a) {
    if (a.size() == 0) {
      return "none";
    }
    String last = Words.number(a.time(a.size() - 1));
    return a.size() == 1 ? last : a.size() + " up to " + last;
  }
}
