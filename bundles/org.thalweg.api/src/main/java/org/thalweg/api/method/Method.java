package org.thalweg.api.method;

import java.util.List;
import java.util.Optional;
import org.thalweg.api.problem.Problem;

/** One way to solve a problem: walkers under an integrator, or a density on a grid. */
public interface Method {
  /**
   * What the method describes.
   *
   * @param problem the problem
   * @return the description
   */
  Dynamics dynamics(Problem problem);

  /**
   * Why the method cannot solve the problem.
   *
   * @param problem the problem
   * @return the reason with a remedy, or empty if it can
   */
  Optional<String> objection(Problem problem);

  /**
   * What can be said of a run before it is made.
   *
   * @param problem the problem
   * @return facts by the names that they have in a result, such as walkers and steps; none by
   *     default
   */
  default List<MethodResult.Fact> expected(Problem problem) {
    return List.of();
  }

  /**
   * The same method so small that a few steps take milliseconds, to show what a run will write
   * without making it.
   *
   * @param problem the problem
   * @return it, or empty, as by default
   */
  default Optional<Method> rehearsal(Problem problem) {
    return Optional.empty();
  }

  /**
   * Solves the problem, showing the distribution at the save times to the run's observer.
   *
   * @param run the problem, what to observe, and where to report progress
   * @return the merged observer and the method's own facts
   * @throws InterruptedException if the run is cancelled
   */
  MethodResult solve(MethodRun run) throws InterruptedException;
}
