package org.thalweg.api.analysis;

import java.util.List;
import java.util.Optional;
import org.thalweg.api.problem.Problem;

/** What is observed of methods, and what is reported of one or of several side by side. */
public interface Analyzer {
  /**
   * Why the analyzer cannot be used here.
   *
   * @param problem the problem
   * @param methods all methods of the experiment, in its order
   * @return the reasons with remedies, empty if it can
   */
  default List<String> objections(Problem problem, List<MethodInfo> methods) {
    return List.of();
  }

  /**
   * What it would ask of predictions beside what the problem alone suggests, such as the time of a
   * passage into a region of its own.
   *
   * @param problem the problem
   * @return the questions, empty by default
   */
  default List<Question> questions(Problem problem) {
    return List.of();
  }

  /**
   * Makes a fresh observer for one chunk or density of a method.
   *
   * @param problem the problem
   * @param method the method
   * @return the observer, or empty if the analyzer does not watch this method
   */
  Optional<Observer> observer(Problem problem, MethodInfo method);

  /**
   * Makes a fresh observer of every step for one chunk of a method.
   *
   * @param problem the problem
   * @param method the method
   * @return the observer, or empty, as by default
   */
  default Optional<PathObserver> pathObserver(Problem problem, MethodInfo method) {
    return Optional.empty();
  }

  /**
   * Reports what was seen.
   *
   * @param problem the problem
   * @param observed the methods that the analyzer watched, in the experiment's order
   * @return tables, figures, arrays and judgements
   */
  Report report(Problem problem, List<Observed> observed);
}
