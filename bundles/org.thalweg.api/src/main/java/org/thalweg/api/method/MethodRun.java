package org.thalweg.api.method;

import java.util.List;
import java.util.Optional;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.PathObserver;
import org.thalweg.api.problem.Problem;

/** What the engine lends to a method while it solves a problem. */
public interface MethodRun {
  /**
   * The method's id in the experiment; with the seed it names the random streams.
   *
   * @return the id
   */
  String id();

  /**
   * The problem.
   *
   * @return the problem
   */
  Problem problem();

  /**
   * The experiment's seed.
   *
   * @return the seed
   */
  long seed();

  /**
   * The times at which the distribution is to be observed, rising, the first zero, the last the
   * horizon; a method uses the nearest step and passes the actual time.
   *
   * @return the times
   */
  List<Double> saveTimes();

  /**
   * A fresh observer of everything that the analyzers want of this method.
   *
   * @return an empty observer, one for each chunk or density
   */
  Observer newObserver();

  /**
   * A fresh observer of every step, where an analyzer wants one.
   *
   * @return an empty observer, one for each chunk, or empty
   */
  Optional<PathObserver> newPathObserver();

  /**
   * The number of threads to use; it never changes a result.
   *
   * @return at least one
   */
  int threads();

  /**
   * The seed of the order in which chunks are worked on; it never changes a result, and exists to
   * test that.
   *
   * @return zero for the natural order
   */
  long shuffle();

  /**
   * Reports progress; may be called by any thread.
   *
   * @param fraction the part that is done, between 0 and 1
   */
  void progress(double fraction);

  /**
   * Throws if the run has been cancelled; called often, cheap.
   *
   * @throws InterruptedException if it has
   */
  void checkCancelled() throws InterruptedException;
}
