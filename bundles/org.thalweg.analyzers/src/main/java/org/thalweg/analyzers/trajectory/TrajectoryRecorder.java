package org.thalweg.analyzers.trajectory;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.thalweg.analyzers.observation.Streams;
import org.thalweg.api.analysis.PathObserver;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.problem.Landscape;

/**
 * Records the first walkers of an ensemble every so many steps, in buffers of bounded size; when
 * they are full, every second point is dropped and the stride doubled. What is kept depends on the
 * number of steps alone, so that the paths of all chunks share their times.
 */
final class TrajectoryRecorder implements PathObserver {
  private static final int ROOM = 64;

  private final Landscape landscape;
  private final long wanted;
  private final int[] coordinates;
  private final int capacity;
  private final double[] point;
  private long stride;
  private int size;
  private long[] steps = {};
  private double[] times = {};

  /** One line per quantity of each walker: the chosen coordinates, then the loss. */
  private double[][] lines;

  private byte[] fate;
  private long[] lastStep;
  private double[] lastTime;

  /**
   * A recorder for one chunk.
   *
   * @param landscape whose loss to record
   * @param wanted the number of walkers of the ensemble to follow
   * @param coordinates the coordinates to record
   * @param capacity the largest number of points of a path
   * @param stride the number of steps from one point to the next
   */
  TrajectoryRecorder(
      Landscape landscape, long wanted, int[] coordinates, int capacity, long stride) {
    this.landscape = landscape;
    this.wanted = wanted;
    this.coordinates = coordinates.clone();
    this.capacity = capacity;
    this.stride = stride;
    this.point = new double[landscape.dim()];
  }

  @Override
  public void step(long k, double t, WalkerChunk chunk) {
    if (fate == null) {
      begin((int) Math.max(0, Math.min(wanted - chunk.first(), chunk.walkers())));
    }
    if (fate.length == 0) {
      return;
    }
    for (int w = 0; w < fate.length; w++) {
      if (fate[w] == WalkerChunk.WALKING && !chunk.walking(w)) {
        fate[w] = chunk.status(w);
        lastStep[w] = k;
        lastTime[w] = t;
      }
    }
    if (k % stride == 0) {
      if (size == capacity) {
        thin();
      }
      if (k % stride == 0) {
        keep(k, t, chunk);
      }
    }
  }

  /** At the first step, which alone tells where the chunk stands in the ensemble. */
  private void begin(int followed) {
    lines = new double[followed * quantities()][0];
    fate = new byte[followed];
    lastStep = new long[followed];
    lastTime = new double[followed];
  }

  private void keep(long k, double t, WalkerChunk chunk) {
    if (size == times.length) {
      grow((int) Math.min(capacity, Math.max(ROOM, 2L * size)));
    }
    steps[size] = k;
    times[size] = t;
    int q = quantities();
    for (int w = 0; w < fate.length; w++) {
      if (chunk.walking(w)) {
        chunk.position().point(w, point);
        for (int c = 0; c < coordinates.length; c++) {
          lines[w * q + c][size] = point[coordinates[c]];
        }
        lines[w * q + q - 1][size] = landscape.value(t, point);
      } else {
        for (int c = 0; c < q; c++) {
          lines[w * q + c][size] = Double.NaN;
        }
      }
    }
    size++;
  }

  private void grow(int room) {
    steps = Arrays.copyOf(steps, room);
    times = Arrays.copyOf(times, room);
    for (int l = 0; l < lines.length; l++) {
      lines[l] = Arrays.copyOf(lines[l], room);
    }
  }

  private void thin() {
    int kept = 0;
    for (int i = 0; i < size; i += 2) {
      steps[kept] = steps[i];
      times[kept] = times[i];
      for (double[] line : lines) {
        line[kept] = line[i];
      }
      kept++;
    }
    size = kept;
    stride *= 2;
  }

  /** The number of quantities of a walker: the chosen coordinates and the loss. */
  int quantities() {
    return coordinates.length + 1;
  }

  /** The number of walkers followed. */
  int followed() {
    return fate == null ? 0 : fate.length;
  }

  /** The number of points of each path. */
  int size() {
    return size;
  }

  long step(int i) {
    return steps[i];
  }

  double time(int i) {
    return times[i];
  }

  double value(int walker, int quantity, int i) {
    return lines[walker * quantities() + quantity][i];
  }

  /** How a walker left; {@link WalkerChunk#WALKING} if it has not. */
  byte fate(int walker) {
    return fate[walker];
  }

  /** After which step a walker was found to have left. */
  long lastStep(int walker) {
    return lastStep[walker];
  }

  /** When a walker was found to have left. */
  double lastTime(int walker) {
    return lastTime[walker];
  }

  /** The number of points of a path up to where the walker left. */
  int points(int walker) {
    int n = size;
    while (fate[walker] != WalkerChunk.WALKING && n > 0 && steps[n - 1] >= lastStep[walker]) {
      n--;
    }
    return n;
  }

  /** One quantity of one walker over time. */
  double[] line(int walker, int quantity) {
    return Arrays.copyOf(lines[walker * quantities() + quantity], size);
  }

  double[] times() {
    return Arrays.copyOf(times, size);
  }

  @Override
  public void merge(PathObserver next) {
    TrajectoryRecorder other = (TrajectoryRecorder) next;
    if (other.followed() == 0) {
      return;
    }
    if (other.size != size || other.stride != stride) {
      throw new IllegalStateException(
          "paths of " + size + " and of " + other.size + " points do not go together");
    }
    int before = fate.length;
    int after = before + other.fate.length;
    int q = quantities();
    fate = Arrays.copyOf(fate, after);
    lastStep = Arrays.copyOf(lastStep, after);
    lastTime = Arrays.copyOf(lastTime, after);
    lines = Arrays.copyOf(lines, after * q);
    System.arraycopy(other.fate, 0, fate, before, other.fate.length);
    System.arraycopy(other.lastStep, 0, lastStep, before, other.fate.length);
    System.arraycopy(other.lastTime, 0, lastTime, before, other.fate.length);
    for (int l = 0; l < other.lines.length; l++) {
      lines[before * q + l] = Arrays.copyOf(other.lines[l], times.length);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(fate == null ? -1 : fate.length);
    if (fate == null) {
      return;
    }
    out.writeLong(stride);
    out.write(fate);
    Streams.write(out, lastStep);
    Streams.write(out, lastTime);
    Streams.write(out, Arrays.copyOf(steps, size));
    Streams.write(out, times());
    for (double[] line : lines) {
      Streams.write(out, Arrays.copyOf(line, size));
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    int followed = in.readInt();
    if (followed < 0) {
      return;
    }
    begin(followed);
    stride = in.readLong();
    in.readFully(fate);
    lastStep = Streams.longs(in);
    lastTime = Streams.doubles(in);
    steps = Streams.longs(in);
    times = Streams.doubles(in);
    size = times.length;
    for (int l = 0; l < lines.length; l++) {
      lines[l] = Streams.doubles(in);
    }
  }
}
