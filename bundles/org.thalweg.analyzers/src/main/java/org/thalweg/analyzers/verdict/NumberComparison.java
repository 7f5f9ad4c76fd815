package org.thalweg.analyzers.verdict;

import java.util.Optional;
import org.thalweg.analyzers.report.Words;
import org.thalweg.api.analysis.Judgement;
import org.thalweg.api.analysis.Judgement.Outcome;

/**
 * Compares two numbers.
 *
 * @param quantity what is compared
 * @param left the method judged
 * @param right what it is judged against
 * @param value the method's number
 * @param expected the other's
 * @param errors the errors of their difference
 * @param scale the size that makes a difference large
 * @param note what should be known too, empty for nothing
 * @param obstacle why they cannot be compared
 */
public record NumberComparison(
    String quantity,
    String left,
    String right,
    double value,
    double expected,
    Errors errors,
    double scale,
    String note,
    Optional<String> obstacle)
    implements Comparison {
  @Override
  public Judgement judge(double threshold, double resolution) {
    double error = errors.combined();
    double difference = value - expected;
    Outcome outcome;
    String words;
    String both = Words.number(value) + " and " + Words.number(expected);
    if (obstacle.isPresent()) {
      outcome = Outcome.NOT_COMPARABLE;
      words = "not comparable because " + obstacle.get();
    } else if (!Double.isFinite(value) || !Double.isFinite(expected)) {
      outcome = Outcome.NOT_COMPARABLE;
      words = "not comparable because a value is not finite: " + both;
    } else if (Double.isNaN(error)) {
      outcome = Outcome.CANNOT_TELL;
      words =
          "cannot tell: "
              + both
              + (Double.isNaN(errors.grid())
                  ? ", the error of the grid is not known (no coarse grid)"
                  : ", its error is not known");
    } else if (Math.abs(difference) > threshold * error) {
      outcome = Outcome.DIFFER;
      words =
          "differ by "
              + Words.number(difference)
              + " ("
              + Words.rough(Math.abs(difference) / error)
              + " standard errors): "
              + both
              + "; "
              + errors.words();
    } else if (error > resolution * scale) {
      outcome = Outcome.CANNOT_TELL;
      words =
          "cannot tell at this size: "
              + both
              + ", the error is "
              + Words.percent(error / scale)
              + " of the scale ("
              + errors.words()
              + ")";
    } else {
      outcome = Outcome.AGREE;
      words = "agree: " + both + " +- " + Words.rough(error) + " (" + errors.words() + ")";
    }
    return new Judgement(
        quantity,
        left,
        right,
        outcome,
        value,
        expected,
        error,
        note.isEmpty() ? words : words + "; " + note);
  }
}
