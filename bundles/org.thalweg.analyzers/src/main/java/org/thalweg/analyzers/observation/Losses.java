package org.thalweg.analyzers.observation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.thalweg.api.analysis.WalkerChunk;

/** How many walkers are walking, were absorbed, have diverged. */
public final class Losses {
  private long walking;
  private long absorbed;
  private long diverged;

  /** Adds the walkers of a chunk as they are now. */
  public void count(WalkerChunk chunk) {
    if (chunk.everybodyWalks()) {
      walking += chunk.walkers();
      return;
    }
    for (int w = 0; w < chunk.walkers(); w++) {
      switch (chunk.status(w)) {
        case WalkerChunk.WALKING -> walking++;
        case WalkerChunk.ABSORBED -> absorbed++;
        default -> diverged++;
      }
    }
  }

  /** How many are walking. */
  public long walking() {
    return walking;
  }

  /** How many an edge has absorbed. */
  public long absorbed() {
    return absorbed;
  }

  /** How many have diverged. */
  public long diverged() {
    return diverged;
  }

  /** How many there were at the start. */
  public long total() {
    return walking + absorbed + diverged;
  }

  /** Adds the walkers of the next chunk. */
  public void merge(Losses next) {
    walking += next.walking;
    absorbed += next.absorbed;
    diverged += next.diverged;
  }

  /** Writes the numbers. */
  public void save(DataOutput out) throws IOException {
    out.writeLong(walking);
    out.writeLong(absorbed);
    out.writeLong(diverged);
  }

  /** Reads numbers back in place of these. */
  public void read(DataInput in) throws IOException {
    walking = in.readLong();
    absorbed = in.readLong();
    diverged = in.readLong();
  }
}
