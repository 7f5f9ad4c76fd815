package org.thalweg.testkit;

import org.thalweg.api.problem.Schedule;

/**
 * What every schedule must do: give one positive, finite value at each time, and change only if it
 * says so.
 */
public final class ScheduleContract {
  private static final int PLACES = 1000;

  private final Schedule schedule;
  private final double horizon;

  private ScheduleContract(Schedule schedule, double horizon) {
    this.schedule = schedule;
    this.horizon = horizon;
  }

  /**
   * The contract of a schedule.
   *
   * @param schedule the schedule
   * @param horizon up to which time it is looked at
   * @return the contract
   */
  public static ScheduleContract of(Schedule schedule, double horizon) {
    return new ScheduleContract(schedule, horizon);
  }

  /** Runs all checks. */
  public void verify() {
    double first = schedule.at(0);
    boolean changes = false;
    for (int i = 0; i <= PLACES; i++) {
      double t = horizon * i / PLACES;
      double value = schedule.at(t);
      Check.that(
          value > 0 && value < Double.POSITIVE_INFINITY,
          "the value at time %s is %s, should be positive and finite",
          t,
          value);
      Check.same(schedule.at(t), value, "the value at time %s, asked again", t);
      changes |= value != first;
    }
    Check.that(
        changes != schedule.isConstant(),
        "the schedule says that it is %s, but up to time %s it %s",
        schedule.isConstant() ? "constant" : "not constant",
        horizon,
        changes ? "changes" : "does not change");
    Allocation.none("a value", () -> schedule.at(0.3 * horizon));
  }

  /**
   * The same checks, and that the schedule has no jumps.
   *
   * @param slope an upper bound of how fast it changes (value over time)
   */
  public void verifyContinuous(double slope) {
    verify();
    double step = horizon / PLACES;
    for (int i = 0; i < PLACES; i++) {
      double t = horizon * i / PLACES;
      double here = schedule.at(t);
      double change = Math.abs(schedule.at(t + step) - here);
      Check.that(
          change <= slope * step + 1e-12 * here,
          "from time %s on it changes by %s within %s",
          t,
          change,
          step);
    }
  }
}
