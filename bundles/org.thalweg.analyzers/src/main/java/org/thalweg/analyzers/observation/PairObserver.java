package org.thalweg.analyzers.observation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.thalweg.api.analysis.Distribution;
import org.thalweg.api.analysis.Observer;

/**
 * Two observers that see the same.
 *
 * @param <A> the first kind
 * @param <B> the second kind
 */
public record PairObserver<A extends Observer, B extends Observer>(A first, B second)
    implements Observer {
  @Override
  public void observe(double time, Distribution distribution) {
    first.observe(time, distribution);
    second.observe(time, distribution);
  }

  @Override
  public void merge(Observer next) {
    PairObserver<?, ?> other = (PairObserver<?, ?>) next;
    first.merge(other.first);
    second.merge(other.second);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    first.save(out);
    second.save(out);
  }

  @Override
  public void restore(DataInput in) throws IOException {
    first.restore(in);
    second.restore(in);
  }
}
