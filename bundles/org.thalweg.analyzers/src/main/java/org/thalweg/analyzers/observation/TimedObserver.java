package org.thalweg.analyzers.observation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.thalweg.api.analysis.Distribution;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Observer;

/**
 * Keeps a snapshot of every save time, or of the last one alone.
 *
 * @param <S> the kind of snapshot
 */
public final class TimedObserver<S extends Snapshot<S>> implements Observer {
  private final Camera<S> camera;
  private final boolean lastOnly;
  private final List<Double> times = new ArrayList<>();
  private final List<S> snapshots = new ArrayList<>();

  /**
   * An observer that has seen nothing yet.
   *
   * @param camera what takes the snapshots; of its own chunk, nobody else uses it
   * @param lastOnly whether only the last snapshot is kept
   */
  public TimedObserver(Camera<S> camera, boolean lastOnly) {
    this.camera = camera;
    this.lastOnly = lastOnly;
  }

  /**
   * What an analyzer that gives every method a timed observer has seen of one method.
   *
   * @param <S> the kind of snapshot that its camera takes
   * @param observed the method with the observer that the analyzer made for it
   * @return that observer
   */
  @SuppressWarnings("unchecked") // the engine hands an analyzer the observers that it made
  public static <S extends Snapshot<S>> TimedObserver<S> of(Observed observed) {
    return (TimedObserver<S>) observed.observer();
  }

  /** The number of save times kept. */
  public int size() {
    return times.size();
  }

  /** A save time; infinity for a steady state. */
  public double time(int i) {
    return times.get(i);
  }

  /** The snapshot of a save time. */
  public S at(int i) {
    return snapshots.get(i);
  }

  /** The snapshot of the last save time. */
  public S last() {
    return snapshots.get(snapshots.size() - 1);
  }

  @Override
  public void observe(double time, Distribution distribution) {
    if (lastOnly) {
      times.clear();
      snapshots.clear();
    }
    times.add(time);
    snapshots.add(camera.take(time, distribution));
  }

  @Override
  @SuppressWarnings(
      "unchecked") // the engine merges observers that one analyzer made for one method
  public void merge(Observer next) {
    TimedObserver<S> other = (TimedObserver<S>) next;
    if (!times.equals(other.times)) {
      throw new IllegalStateException(
          "chunks were observed at different times: " + times + " and " + other.times);
    }
    for (int i = 0; i < snapshots.size(); i++) {
      snapshots.get(i).merge(other.snapshots.get(i));
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(times.size());
    for (int i = 0; i < times.size(); i++) {
      out.writeDouble(times.get(i));
      snapshots.get(i).save(out);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    times.clear();
    snapshots.clear();
    int n = in.readInt();
    for (int i = 0; i < n; i++) {
      times.add(in.readDouble());
      snapshots.add(camera.read(in));
    }
  }
}
