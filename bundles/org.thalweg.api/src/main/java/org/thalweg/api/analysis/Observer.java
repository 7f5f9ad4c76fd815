package org.thalweg.api.analysis;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Watches one method: the engine shows it the distribution at every save time.
 *
 * <p>An ensemble gives every chunk an observer of its own and merges them in the order of the
 * chunks; a density has one. Counts must be integers and sums must be kept so that merging in that
 * order gives the same bits however the chunks were worked on.
 *
 * <pre>{@code
 * sum += values;        // right: one sum per chunk, merged in chunk order
 * shared.add(value);    // wrong: an object shared by chunks sees them in any order
 * }</pre>
 */
public interface Observer {
  /**
   * Sees the distribution at the next save time.
   *
   * @param time the actual time; infinity for a steady state
   * @param distribution walkers of this observer's chunk, or a density
   */
  void observe(double time, Distribution distribution);

  /**
   * Adds what another observer of the same kind has seen at the same times.
   *
   * @param next the observer of the next chunk
   */
  void merge(Observer next);

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
