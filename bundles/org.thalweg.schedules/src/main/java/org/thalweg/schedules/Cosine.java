package org.thalweg.schedules;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.math.BlockMath;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.ScheduleFactory;

/**
 * Offers half a cosine from one value to another, which then stays or starts again.
 *
 * <p>Source: Loshchilov, Hutter 2017, SGDR, arXiv 1608.03983, Eq. 5.
 */
@Plugin(
    id = "cosine",
    doc = "Half a cosine from one value to another, once or with restarts",
    ref = "Loshchilov, Hutter 2017, arXiv 1608.03983, Eq. 5",
    formula = "v(t) = to + (from - to) (1 + cos(pi t/period))/2, then to, or again with restarts")
@Component
public final class Cosine implements ScheduleFactory<Cosine.Params> {
  /**
   * The parameters.
   *
   * @param from the value at the start
   * @param to the value after a period
   * @param period how long the way takes
   * @param restarts whether each period begins at the first value again
   */
  public record Params(
      @Param(doc = "the value at t = 0", min = 0, above = true) double from,
      @Param(doc = "the value after a period", min = 0, above = true) double to,
      @Param(doc = "how long the way takes", unit = "time", min = 0, above = true) double period,
      @Param(doc = "whether every period begins at the first value again; if not, the last stays")
          boolean restarts) {}

  @Override
  public Params defaults() {
    return new Params(0.1, 0.01, 1, false);
  }

  @Override
  public Schedule create(Params parameters, Assembly assembly) {
    double from = parameters.from();
    double to = parameters.to();
    double period = parameters.period();
    boolean restarts = parameters.restarts();
    return t -> {
      double turns = t / period;
      double part = restarts ? turns - Math.floor(turns) : Math.min(turns, 1);
      double weight = 0.5 + 0.5 * BlockMath.cos(Math.PI * part);
      return weight * from + (1 - weight) * to;
    };
  }
}
