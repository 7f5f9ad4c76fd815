package org.thalweg.analyzers.observation;

import java.io.DataInput;
import java.io.IOException;
import org.thalweg.api.analysis.Distribution;

/**
 * Takes snapshots of distributions.
 *
 * @param <S> the kind of snapshot
 */
public interface Camera<S extends Snapshot<S>> {
  /** Takes a snapshot; nothing of the distribution may be kept but copies. */
  S take(double time, Distribution distribution);

  /** Reads a snapshot back. */
  S read(DataInput in) throws IOException;
}
