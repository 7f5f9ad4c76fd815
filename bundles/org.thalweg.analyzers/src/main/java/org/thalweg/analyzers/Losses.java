package org.thalweg.analyzers;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.thalweg.api.analysis.WalkerChunk;

/** How many walkers are walking, were absorbed, have diverged. */
final class Losses {
  long walking;
  long absorbed;
  long diverged;

  void count(WalkerChunk chunk) {
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

  long total() {
    return walking + absorbed + diverged;
  }

  void merge(Losses next) {
    walking += next.walking;
    absorbed += next.absorbed;
    diverged += next.diverged;
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(walking);
    out.writeLong(absorbed);
    out.writeLong(diverged);
  }

  void read(DataInput in) throws IOException {
    walking = in.readLong();
    absorbed = in.readLong();
    diverged = in.readLong();
  }
}
