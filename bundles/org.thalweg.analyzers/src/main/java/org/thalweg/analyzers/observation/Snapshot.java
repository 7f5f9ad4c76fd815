package org.thalweg.analyzers.observation;

import java.io.DataOutput;
import java.io.IOException;

/**
 * What an observer keeps of one save time.
 *
 * @param <S> the kind of snapshot itself
 */
public interface Snapshot<S> {
  /** Adds what the next chunk's observer kept of the same time. */
  void merge(S next);

  /** Writes everything, so that the camera that took it can read it back. */
  void save(DataOutput out) throws IOException;
}
