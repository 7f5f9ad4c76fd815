package org.thalweg.schedules;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.math.BlockMath;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.ScheduleFactory;

/** Offers an S-shaped change between two values about a centre. */
@Plugin(
    id = "sigmoid",
    doc = "An S-shaped change from one value to another about a time",
    formula = "v(t) = from + (to - from)/(1 + exp(-(t - centre)/width))")
@Component
public final class Sigmoid implements ScheduleFactory<Sigmoid.Params> {
  /**
   * The parameters.
   *
   * @param from the value long before the centre
   * @param to the value long after it
   * @param centre when half the way is gone
   * @param width how long the change takes: within one width of the centre 46 per cent of it
   */
  public record Params(
      @Param(doc = "the value long before the centre", min = 0, above = true) double from,
      @Param(doc = "the value long after the centre", min = 0, above = true) double to,
      @Param(doc = "when half the change is made", unit = "time") double centre,
      @Param(
              doc = "width of the change, 46 % of which is made within one width of the centre",
              unit = "time",
              min = 0,
              above = true)
          double width) {}

  @Override
  public Params defaults() {
    return new Params(0.1, 0.01, 1, 0.1);
  }

  @Override
  public Schedule create(Params parameters, Assembly assembly) {
    double from = parameters.from();
    double to = parameters.to();
    double centre = parameters.centre();
    double width = parameters.width();
    // 1/(1 + exp(-u)) = (1 + tanh(u/2))/2 overflows nowhere.
    return t -> {
      double part = 0.5 + 0.5 * BlockMath.tanh((t - centre) / (2 * width));
      return (1 - part) * from + part * to;
    };
  }
}
