package org.thalweg.api.method;

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
   * Solves the problem, showing the distribution at the save times to the run's observer.
   *
   * @param run the problem, what to observe, and where to report progress
   * @return the merged observer and the method's own facts
   * @throws InterruptedException if the run is cancelled
   */
  MethodResult solve(MethodRun run) throws InterruptedException;
}
