package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the factored systems of the step sizes used last, because step control returns to them
 * again and again; a look-up allocates nothing.
 *
 * @param <F> factored systems
 */
final class FactorCache<F> {
  private record Entry<F>(int direction, double s, long size, F factors) {}

  private final List<Entry<F>> entries = new ArrayList<>();
  private final int least;
  private final long budget;
  private long held;

  /**
   * An empty cache.
   *
   * @param least entries that are kept whatever their size
   * @param budget sum of sizes above which the entries used longest ago are dropped
   */
  FactorCache(int least, long budget) {
    this.least = least;
    this.budget = budget;
  }

  /** The factors for this direction and step, or null; they count as used last from now on. */
  F get(int direction, double s) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry<F> entry = entries.get(i);
      if (entry.direction == direction && entry.s == s) {
        entries.remove(i);
        entries.add(entry);
        return entry.factors;
      }
    }
    return null;
  }

  /** Makes room for an entry of this size, before it is made. */
  void makeRoom(long size) {
    while (entries.size() >= least && held + size > budget) {
      held -= entries.remove(0).size;
    }
  }

  void put(int direction, double s, long size, F factors) {
    entries.add(new Entry<>(direction, s, size, factors));
    held += size;
  }
}
