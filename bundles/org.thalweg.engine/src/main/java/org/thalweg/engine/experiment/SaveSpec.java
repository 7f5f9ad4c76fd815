package org.thalweg.engine.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.thalweg.api.plugin.Param;

/**
 * When the distribution is observed, as an experiment file says it.
 *
 * @param every the time between observations; a twentieth of the horizon if missing
 */
public record SaveSpec(
    @Param(
            doc = "time between observations; a twentieth of the horizon if missing",
            unit = "time",
            min = 0,
            above = true)
        OptionalDouble every) {
  static final SaveSpec DEFAULTS = new SaveSpec(OptionalDouble.empty());
  static final int LARGEST_NUMBER = 100_000;
  private static final int BY_DEFAULT = 20;

  /** The times, zero and the horizon among them. */
  List<Double> times(double horizon) {
    double interval = every.orElse(horizon / BY_DEFAULT);
    long whole = (long) Math.floor(horizon / interval * (1 + 1e-12));
    List<Double> times = new ArrayList<>();
    for (long i = 0; i <= whole; i++) {
      times.add(Math.min(horizon, i * interval));
    }
    if (times.get(times.size() - 1) < horizon) {
      times.add(horizon);
    }
    return List.copyOf(times);
  }
}
