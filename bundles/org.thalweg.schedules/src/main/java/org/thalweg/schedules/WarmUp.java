package org.thalweg.schedules;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.ScheduleFactory;

/**
 * Offers a linear rise to where another schedule begins, which then takes over with its own clock.
 *
 * <p>Source: Goyal et al. 2017, arXiv 1706.02677, section 2.2.
 */
@Plugin(
    id = "warm-up",
    doc = "A linear rise to where another schedule begins, which then follows",
    ref = "Goyal et al. 2017, arXiv 1706.02677, section 2.2",
    formula = "v(t) = from + (then(0) - from) t/over for t < over, then(t - over) from there on",
    example =
        "{\"type\": \"warm-up\", \"from\": 0.01, \"over\": 1,"
            + " \"then\": {\"type\": \"exponential\", \"from\": 0.1, \"decay\": 5}}")
@Component
public final class WarmUp implements ScheduleFactory<WarmUp.Params> {
  /**
   * The parameters.
   *
   * @param from the value at the start
   * @param over how long the rise takes
   * @param then the schedule that follows
   */
  public record Params(
      @Param(doc = "the value at t = 0", min = 0, above = true) double from,
      @Param(doc = "how long the rise takes", unit = "time", min = 0, above = true) double over,
      @Param(
              doc = "the schedule that follows, its time counted from the end of the rise",
              required = true)
          Ref<Schedule> then) {}

  @Override
  public Params defaults() {
    return new Params(0.01, 1, null);
  }

  @Override
  public Schedule create(Params parameters, Assembly assembly) {
    double from = parameters.from();
    double over = parameters.over();
    Schedule then = assembly.schedule(parameters.then());
    double to = then.at(0);
    return t -> {
      if (t >= over) {
        return then.at(t - over);
      }
      double part = t / over;
      return (1 - part) * from + part * to;
    };
  }
}
