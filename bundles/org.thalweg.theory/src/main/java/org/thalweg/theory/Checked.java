package org.thalweg.theory;

import java.util.Optional;
import org.thalweg.api.problem.Problem;

/** Reads profiles on behalf of predictions: asked for objections, or after there were none. */
final class Checked {
  private Checked() {}

  static Optional<String> objection(Problem problem) {
    try {
      Profile.of(problem);
      return Optional.empty();
    } catch (OutOfValidity e) {
      return Optional.of(e.getMessage());
    }
  }

  static Profile profile(Problem problem) {
    try {
      return Profile.of(problem);
    } catch (OutOfValidity e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  static Thermal thermal(Problem problem) {
    try {
      return Thermal.of(problem);
    } catch (OutOfValidity e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  static Quadratic quadratic(Problem problem) {
    try {
      return Quadratic.of(problem);
    } catch (OutOfValidity e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
