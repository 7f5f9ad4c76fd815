package org.thalweg.fokkerplanck;

/**
 * Lets a long computation show how far it is and be told to stop, without knowing whom it serves.
 */
@FunctionalInterface
interface Heartbeat {
  /** For computations that nobody watches. */
  Heartbeat NONE = time -> {};

  /**
   * Called between steps.
   *
   * @param time the time reached
   * @throws InterruptedException if the computation is to stop
   */
  void beat(double time) throws InterruptedException;
}
