package org.thalweg.api.analysis;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Watches every step of a chunk of walkers, as first passages and sample paths need.
 *
 * <p>It is called in the step loop: no allocation there.
 */
public interface PathObserver {
  /**
   * Sees the chunk after a step, or at the start with k = 0.
   *
   * @param k the number of steps made
   * @param t the time
   * @param chunk the walkers, edges applied
   */
  void step(long k, double t, WalkerChunk chunk);

  /**
   * Adds what another observer has seen of the next chunk.
   *
   * @param next the observer of the next chunk
   */
  void merge(PathObserver next);

  /**
   * Writes everything seen so far.
   *
   * @param out where to
   * @throws IOException if writing fails
   */
  void save(DataOutput out) throws IOException;

  /**
   * Takes back what {@link #save} wrote, into a fresh observer.
   *
   * @param in where from
   * @throws IOException if reading fails
   */
  void restore(DataInput in) throws IOException;
}
