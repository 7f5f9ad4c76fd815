package org.thalweg.schedules;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.math.BlockMath;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.ScheduleFactory;

/** Offers a decay by the same factor in equal times, to zero or to a floor. */
@Plugin(
    id = "exponential",
    doc = "An exponential decay towards zero, or towards a floor",
    formula = "v(t) = floor + (from - floor) exp(-t/decay)")
@Component
public final class Exponential implements ScheduleFactory<Exponential.Params> {
  /**
   * The parameters.
   *
   * @param from the value at the start
   * @param decay the time by which the distance to the floor has fallen to 1/e
   * @param floor what it decays to
   */
  public record Params(
      @Param(doc = "the value at t = 0", min = 0, above = true) double from,
      @Param(
              doc = "time in which the distance to the floor falls to 1/e",
              unit = "time",
              min = 0,
              above = true)
          double decay,
      @Param(doc = "the value that it decays to", min = 0) double floor) {}

  @Override
  public Params defaults() {
    return new Params(0.1, 1, 0);
  }

  @Override
  public Schedule create(Params parameters, Assembly assembly) {
    double floor = parameters.floor();
    double height = parameters.from() - floor;
    double rate = -1 / parameters.decay();
    return t -> floor + height * BlockMath.exp(rate * t);
  }
}
