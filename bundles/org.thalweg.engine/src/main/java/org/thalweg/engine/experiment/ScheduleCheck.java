package org.thalweg.engine.experiment;

import java.util.Optional;
import java.util.function.DoublePredicate;
import org.thalweg.api.problem.Schedule;

/** Refuses schedules that leave the range of what they set, before anything runs. */
final class ScheduleCheck {
  /** A schedule is looked at in as many places, evenly spaced from the start to the horizon. */
  private static final int PLACES = 1000;

  private static final double LARGEST_BATCH = 1e9;

  private ScheduleCheck() {}

  static Optional<String> learningRate(Schedule schedule, double horizon) {
    return outside(
        schedule,
        horizon,
        v -> v > 0 && v < Double.POSITIVE_INFINITY,
        "a learning rate must stay positive and finite");
  }

  static Optional<String> batch(Schedule schedule, double horizon) {
    if (schedule.isConstant() && schedule.at(0) != Math.rint(schedule.at(0))) {
      return Optional.of(schedule.at(0) + " is no whole number of samples; give an integer");
    }
    return outside(
        schedule,
        horizon,
        v -> v >= 1 && v <= LARGEST_BATCH,
        "a batch must stay between 1 and 1e9 samples");
  }

  /** The first place at which a schedule leaves its range, with what is allowed. */
  static Optional<String> outside(
      Schedule schedule, double horizon, DoublePredicate allowed, String range) {
    for (int i = 0; i <= PLACES; i++) {
      double t = horizon * i / PLACES;
      double value = schedule.at(t);
      if (!allowed.test(value)) {
        return Optional.of(
            value
                + (schedule.isConstant() ? " is" : " at time " + t + " is")
                + " out of range; "
                + range);
      }
    }
    return Optional.empty();
  }
}
