package org.thalweg.analyzers.verdict;

import java.util.Optional;
import org.thalweg.api.analysis.Judgement;

/** One comparison of a verdict, before it is known how many there are. */
public sealed interface Comparison permits NumberComparison, MarginalComparison {
  /** Why it cannot be made, or empty; those that can be made share the error probability. */
  Optional<String> obstacle();

  /**
   * Judges.
   *
   * @param threshold the number of standard errors from which on two descriptions differ
   * @param resolution the largest error, as a part of the scale, with which agreement means
   *     something
   */
  Judgement judge(double threshold, double resolution);
}
