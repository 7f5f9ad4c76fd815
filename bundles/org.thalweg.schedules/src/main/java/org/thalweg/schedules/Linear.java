package org.thalweg.schedules;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.ScheduleFactory;

/** Offers a straight change from one value to another, which then stays. */
@Plugin(
    id = "linear",
    doc = "A straight change from one value to another, which then stays",
    formula = "v(t) = from + (to - from) min(t/over, 1)")
@Component
public final class Linear implements ScheduleFactory<Linear.Params> {
  /**
   * The parameters.
   *
   * @param from the value at the start
   * @param to the value at the end
   * @param over how long the change takes
   */
  public record Params(
      @Param(doc = "the value at t = 0", min = 0, above = true) double from,
      @Param(doc = "the value once the change is over", min = 0, above = true) double to,
      @Param(doc = "how long the change takes", unit = "time", min = 0, above = true)
          double over) {}

  @Override
  public Params defaults() {
    return new Params(0.1, 0.01, 1);
  }

  @Override
  public Schedule create(Params parameters, Assembly assembly) {
    double from = parameters.from();
    double to = parameters.to();
    double over = parameters.over();
    // Both ends are exact: a fraction of 0 gives the one value, a fraction of 1 the other.
    return t -> {
      double part = Math.min(t / over, 1);
      return (1 - part) * from + part * to;
    };
  }
}
