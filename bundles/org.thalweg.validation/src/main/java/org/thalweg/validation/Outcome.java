package org.thalweg.validation;

/**
 * What came of one check.
 *
 * @param subject the case
 * @param check what was expected
 * @param measured the number; not-a-number where there is none
 * @param error the method's own error of it, of sampling or of the grid; not-a-number if unknown
 * @param verdict whether it holds
 */
public record Outcome(
    ValidationCase subject, Check check, double measured, double error, Verdict verdict) {
  /** How a check ends. */
  public enum Verdict {
    /** The number is within the tolerance. */
    PASS,
    /** The number is outside, or there is none. */
    FAIL,
    /** The method's own error is larger than the tolerance, so that the number says nothing. */
    CANNOT_TELL
  }

  static Outcome of(ValidationCase subject, Check check, double measured, double error) {
    double difference = Math.abs(measured - check.expected());
    Verdict verdict;
    if (difference <= check.tolerance()) {
      verdict = Verdict.PASS;
    } else if (error > check.tolerance() && difference <= 3 * error) {
      verdict = Verdict.CANNOT_TELL;
    } else {
      verdict = Verdict.FAIL;
    }
    return new Outcome(subject, check, measured, error, verdict);
  }
}
