package org.thalweg.schedules;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.ScheduleFactory;

/** Offers values that jump at given times, the usual decay by stages. */
@Plugin(
    id = "steps",
    doc = "Values that jump at given times",
    formula = "v(t) = values_k for times_k <= t < times_(k+1), the first from t = 0")
@Component
public final class Steps implements ScheduleFactory<Steps.Params> {
  /**
   * The parameters.
   *
   * @param values the values
   * @param times when each value but the first begins
   */
  public record Params(
      @Param(doc = "the values one after the other", min = 0, above = true) double[] values,
      @Param(
              doc = "when each value but the first begins, rising",
              unit = "time",
              min = 0,
              above = true)
          double[] times) {}

  @Override
  public Params defaults() {
    return new Params(new double[] {0.1, 0.01}, new double[] {1});
  }

  @Override
  public Schedule create(Params parameters, Assembly assembly) {
    double[] values = parameters.values().clone();
    double[] times = parameters.times().clone();
    if (values.length != times.length + 1) {
      throw new InvalidParameterException(
          "values",
          "has "
              + values.length
              + " numbers and times has "
              + times.length
              + "; give one value more than times, the first of which holds from t = 0");
    }
    for (int k = 1; k < times.length; k++) {
      if (!(times[k] > times[k - 1])) {
        throw new InvalidParameterException(
            "times[" + k + "]",
            "is " + times[k] + ", not after " + times[k - 1] + "; give times that rise");
      }
    }
    if (times.length == 0) {
      return Schedule.constant(values[0]);
    }
    return t -> {
      int k = 0;
      while (k < times.length && t >= times[k]) {
        k++;
      }
      return values[k];
    };
  }
}
