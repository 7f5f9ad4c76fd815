package org.thalweg.analyzers.correlation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.thalweg.analyzers.observation.Positions;
import org.thalweg.analyzers.observation.TimedObserver;

/**
 * The values of one coordinate at evenly spaced times, of the walkers that were there at all of
 * them.
 *
 * @param spacing the time between two values; not-a-number if the times are not evenly spaced
 * @param times the number of times
 * @param values one history per walker, by its number
 * @param left how many walkers left before the end, which do not count
 */
record Histories(double spacing, int times, List<double[]> values, int left) {
  /** Times are evenly spaced up to rounding of times that are sums of steps. */
  private static final double ROUNDING = 1e-6;

  static Histories of(TimedObserver<Positions> seen, double after, int coordinate) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      if (seen.time(i) >= after) {
        places.add(i);
      }
    }
    int n = places.size();
    double h = n < 2 ? Double.NaN : seen.time(places.get(1)) - seen.time(places.get(0));
    // the last save is at the horizon, which may come sooner than the next in turn
    if (n > 2 && uneven(seen, places.get(n - 1), h)) {
      n--;
    }
    Map<Long, double[]> all = new TreeMap<>();
    Map<Long, Integer> number = new HashMap<>();
    for (int k = 0; k < n; k++) {
      if (k > 0 && uneven(seen, places.get(k), h)) {
        h = Double.NaN;
      }
      for (Positions.At at : seen.at(places.get(k)).all()) {
        int length = n;
        all.computeIfAbsent(at.walker(), w -> new double[length])[k] = at.x()[coordinate];
        number.merge(at.walker(), 1, Integer::sum);
      }
    }
    int walkers = all.size();
    int whole = n;
    all.keySet().removeIf(w -> number.get(w) < whole);
    return new Histories(h, n, List.copyOf(all.values()), walkers - all.size());
  }

  private static boolean uneven(TimedObserver<Positions> seen, int i, double h) {
    return !(Math.abs(seen.time(i) - seen.time(i - 1) - h) <= ROUNDING * h);
  }
}
