package org.thalweg.analyzers;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.thalweg.api.analysis.PathObserver;
import org.thalweg.api.analysis.WalkerChunk;

/**
 * Records the first walkers of the first chunk every so many steps, in buffers of fixed size; when
 * they are full, every second point is dropped and the stride doubled, so that nothing is allocated
 * in the step loop.
 */
final class PathRecorder implements PathObserver {
  private final int walkers;
  private final int dim;
  private final double[] times;
  private final double[][] points;
  private long stride;
  private int size;
  private int recorded;

  /**
   * A recorder.
   *
   * @param walkers the number of walkers to follow
   * @param dim the number of coordinates to record, the first ones
   * @param capacity the largest number of points of a path, even
   * @param stride the number of steps from one point to the next
   */
  PathRecorder(int walkers, int dim, int capacity, long stride) {
    this.walkers = walkers;
    this.dim = dim;
    this.times = new double[capacity];
    this.points = new double[walkers * dim][capacity];
    this.stride = stride;
  }

  @Override
  public void step(long k, double t, WalkerChunk chunk) {
    if (k % stride != 0 || chunk.first() != 0) {
      return;
    }
    if (size == times.length) {
      thin();
      if (k % stride != 0) {
        return;
      }
    }
    recorded = Math.min(walkers, chunk.walkers());
    times[size] = t;
    for (int w = 0; w < recorded; w++) {
      boolean walking = chunk.walking(w);
      for (int d = 0; d < dim; d++) {
        points[w * dim + d][size] = walking ? chunk.position().get(d, w) : Double.NaN;
      }
    }
    size++;
  }

  private void thin() {
    int kept = 0;
    for (int i = 0; i < size; i += 2) {
      times[kept] = times[i];
      for (double[] line : points) {
        line[kept] = line[i];
      }
      kept++;
    }
    size = kept;
    stride *= 2;
  }

  /** The number of walkers recorded. */
  int recorded() {
    return recorded;
  }

  int size() {
    return size;
  }

  double time(int i) {
    return times[i];
  }

  double coordinate(int walker, int axis, int i) {
    return points[walker * dim + axis][i];
  }

  /** One coordinate of one walker over time. */
  double[] line(int walker, int axis) {
    return Arrays.copyOf(points[walker * dim + axis], size);
  }

  double[] times() {
    return Arrays.copyOf(times, size);
  }

  @Override
  public void merge(PathObserver next) {
    PathRecorder other = (PathRecorder) next;
    if (size == 0 && other.size > 0) {
      stride = other.stride;
      size = other.size;
      recorded = other.recorded;
      System.arraycopy(other.times, 0, times, 0, size);
      for (int i = 0; i < points.length; i++) {
        System.arraycopy(other.points[i], 0, points[i], 0, size);
      }
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeLong(stride);
    out.writeInt(recorded);
    Streams.write(out, times());
    for (int i = 0; i < points.length; i++) {
      Streams.write(out, Arrays.copyOf(points[i], size));
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    stride = in.readLong();
    recorded = in.readInt();
    double[] t = Streams.doubles(in);
    size = t.length;
    System.arraycopy(t, 0, times, 0, size);
    for (double[] line : points) {
      System.arraycopy(Streams.doubles(in), 0, line, 0, size);
    }
  }
}
