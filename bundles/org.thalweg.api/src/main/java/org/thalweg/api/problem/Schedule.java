package org.thalweg.api.problem;

/** A setting that may change with time, such as the learning rate. */
@FunctionalInterface
public interface Schedule {
  /**
   * The value at a time.
   *
   * @param t the time, learning rate times steps
   * @return the value, positive
   */
  double at(double t);

  /**
   * A schedule that never changes.
   *
   * @param value the value
   * @return the schedule
   */
  static Schedule constant(double value) {
    return new ConstantSchedule(value);
  }

  /**
   * Whether the value never changes; closed forms ask.
   *
   * @return true for {@link #constant(double)}
   */
  default boolean isConstant() {
    return false;
  }
}
