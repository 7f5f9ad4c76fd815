package org.thalweg.engine.run;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.thalweg.api.analysis.PathObserver;
import org.thalweg.api.analysis.WalkerChunk;

/** The path observers of all analyzers that watch one method's steps, as one. */
record PathObserverSet(List<PathObserver> members) implements PathObserver {
  @Override
  public void step(long k, double t, WalkerChunk chunk) {
    for (int i = 0; i < members.size(); i++) {
      members.get(i).step(k, t, chunk);
    }
  }

  @Override
  public void merge(PathObserver next) {
    for (int i = 0; i < members.size(); i++) {
      members.get(i).merge(((PathObserverSet) next).members.get(i));
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (PathObserver o : members) {
      o.save(out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (PathObserver o : members) {
      o.restore(in);
    }
  }
}
