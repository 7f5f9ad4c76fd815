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
   * What a run will need, found by trials of the run's own beginning or of a smaller one.
   *
   * @param run the run that would be made; what its observers see is thrown away
   * @param seconds how long the trials may take, about
   * @return the forecast, or empty, as by default, if nothing can be told
   * @throws InterruptedException if the trials are cancelled
   */
  default Optional<Forecast> forecast(MethodRun run, double seconds) throws InterruptedException {
    return Optional.empty();
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
