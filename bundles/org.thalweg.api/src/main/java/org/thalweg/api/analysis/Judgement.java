package org.thalweg.api.analysis;

/**
 * One line of a verdict: two descriptions of one quantity, compared with their errors.
 *
 * @param quantity what is compared
 * @param left the method judged
 * @param right the method or prediction that it is judged against
 * @param outcome the outcome
 * @param value the method's value
 * @param expected the other's value
 * @param standardError the combined error of the difference, of sampling, discretisation and theory
 * @param explanation the outcome in words, with numbers
 */
public record Judgement(
    String quantity,
    String left,
    String right,
    Outcome outcome,
    double value,
    double expected,
    double standardError,
    String explanation) {
  /** What a comparison can say. */
  public enum Outcome {
    /** The difference is within its error, and the error is small enough to mean something. */
    AGREE,
    /** The difference exceeds its error. */
    DIFFER,
    /** The error is too large for either. */
    CANNOT_TELL,
    /** The two cannot be compared; the explanation says why. */
    NOT_COMPARABLE
  }
}
