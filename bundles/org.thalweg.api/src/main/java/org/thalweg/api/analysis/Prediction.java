package org.thalweg.api.analysis;

import java.util.Optional;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Problem;

/**
 * A closed form: what it predicts, for which problems it holds, its value and its own error.
 *
 * <p>A prediction is a service with a {@link org.thalweg.api.plugin.Plugin} name; it takes no
 * parameters and keeps no state.
 */
public interface Prediction {
  /**
   * The name in tables and verdicts.
   *
   * @return the plugin's id
   */
  String id();

  /**
   * What it predicts.
   *
   * @return the quantity
   */
  Quantity quantity();

  /**
   * Why it does not hold for a problem.
   *
   * @param problem the problem
   * @return the reason, or empty if it holds
   */
  Optional<String> objection(Problem problem);

  /**
   * Why it does not answer a question about a problem for which it holds: places outside the
   * domain, or a region of a shape that it knows nothing of.
   *
   * @param problem a problem for which it holds
   * @param question a question of the quantity's kind
   * @return the reason, or empty if it answers, as by default
   */
  default Optional<String> objection(Problem problem, Question question) {
    return Optional.empty();
  }

  /**
   * Evaluates it.
   *
   * @param problem a problem for which it holds
   * @param dynamics the description that it is to be compared with, on which its error depends
   * @param question a question of the quantity's kind, to which there is no objection
   * @return one value with its own error for each answer that the question wants
   */
  Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question);
}
