package org.thalweg.engine.experiment;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.ScheduleFactory;

/**
 * The plugin {@code constant}: the schedule that a plain number stands for, so that learning rate
 * and batch size are numbers to most users.
 */
@Plugin(
    id = "constant",
    doc = "The same value at all times; a plain number stands for it",
    formula = "v(t) = value",
    example = "{\"type\": \"constant\", \"value\": 0.01}")
@Component
public final class ConstantSchedules implements ScheduleFactory<ConstantSchedules.Params> {
  /**
   * The parameters.
   *
   * @param value the value
   */
  public record Params(@Param(doc = "the value", required = true) double value) {}

  @Override
  public Params defaults() {
    return new Params(1);
  }

  @Override
  public Schedule create(Params parameters, Assembly assembly) {
    return Schedule.constant(parameters.value());
  }

  /** A constant schedule as a default. */
  static Ref<Schedule> of(double value) {
    return new Ref<>("constant", new Params(value));
  }
}
