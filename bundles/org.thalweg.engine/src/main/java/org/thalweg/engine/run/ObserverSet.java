package org.thalweg.engine.run;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.thalweg.api.analysis.Distribution;
import org.thalweg.api.analysis.Observer;

/** The observers of all analyzers that watch one method, as one. */
record ObserverSet(List<Observer> members) implements Observer {
  @Override
  public void observe(double time, Distribution distribution) {
    for (Observer o : members) {
      o.observe(time, distribution);
    }
  }

  @Override
  public void merge(Observer next) {
    for (int i = 0; i < members.size(); i++) {
      members.get(i).merge(((ObserverSet) next).members.get(i));
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (Observer o : members) {
      o.save(out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    for (Observer o : members) {
      o.restore(in);
    }
  }
}
