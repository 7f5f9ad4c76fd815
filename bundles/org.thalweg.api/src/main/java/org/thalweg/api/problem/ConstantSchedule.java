package org.thalweg.api.problem;

/** The schedule that never changes. */
record ConstantSchedule(double value) implements Schedule {
  @Override
  public double at(double t) {
    return value;
  }

  @Override
  public boolean isConstant() {
    return true;
  }
}
