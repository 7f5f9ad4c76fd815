package org.thalweg.analyzers.passage;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.thalweg.analyzers.observation.Streams;
import org.thalweg.api.analysis.PathObserver;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.block.Block;
import org.thalweg.api.problem.Problem;

/** Notes when each walker is first seen inside a region, or when it leaves the problem before. */
final class PassageRecorder implements PathObserver {
  /** The fate of a walker that has not been seen inside; those seen have the group's number. */
  static final byte OUT = -1;

  /** The fate of a walker that left through an absorbing edge before. */
  static final byte ABSORBED = -2;

  /** The fate of a walker that went beyond the cut-off before. */
  static final byte DIVERGED = -3;

  /** The fate of a walker that became infinite or not a number before. */
  static final byte NOT_FINITE = -4;

  private final Targets targets;
  private final Problem problem;
  private final boolean continuous;
  private final int[] groups;
  private Membership[] tests;
  private int size;
  private int open;
  private byte[] fate = {};
  private double[] time = {};
  private long[] steps = {};
  private double lastTime;
  private long lastStep;

  PassageRecorder(Targets targets, Problem problem, boolean continuous) {
    this.targets = targets;
    this.problem = problem;
    this.continuous = continuous;
    this.groups = targets.groups();
  }

  @Override
  public void step(long k, double t, WalkerChunk chunk) {
    if (tests == null) {
      begin(chunk.walkers());
    }
    double span = k == 0 ? 0 : t - lastTime;
    lastTime = t;
    lastStep = k;
    if (open == 0) {
      return;
    }
    Block x = chunk.position();
    for (int r = 0; r < tests.length; r++) {
      Membership test = tests[r];
      test.prepare(t, span, x);
      byte group = (byte) groups[r];
      for (int w = 0; w < size; w++) {
        if (fate[w] == OUT && chunk.walking(w) && test.contains(x, w)) {
          settle(w, group, k, t);
        }
      }
    }
    if (!chunk.everybodyWalks()) {
      for (int w = 0; w < size; w++) {
        if (fate[w] == OUT && !chunk.walking(w)) {
          settle(w, exit(chunk.status(w)), k, t);
        }
      }
    }
  }

  private static byte exit(byte status) {
    return switch (status) {
      case WalkerChunk.ABSORBED -> ABSORBED;
      case WalkerChunk.NOT_FINITE -> NOT_FINITE;
      default -> DIVERGED;
    };
  }

  /** At the first step, which alone tells the size of the chunk, or after a restore. */
  private void begin(int walkers) {
    tests = targets.memberships(problem, walkers, continuous);
    if (size == 0) {
      size = walkers;
      open = walkers;
      fate = new byte[walkers];
      time = new double[walkers];
      steps = new long[walkers];
      Arrays.fill(fate, OUT);
    }
  }

  private void settle(int walker, byte how, long k, double t) {
    fate[walker] = how;
    time[walker] = t;
    steps[walker] = k;
    open--;
  }

  /** The number of walkers. */
  int walkers() {
    return size;
  }

  byte fate(int walker) {
    return fate[walker];
  }

  /** When a walker's fate was settled, or the last time seen where it is not. */
  double time(int walker) {
    return fate[walker] == OUT ? lastTime : time[walker];
  }

  /** After how many steps a walker's fate was settled. */
  long steps(int walker) {
    return fate[walker] == OUT ? lastStep : steps[walker];
  }

  long count(byte how) {
    long n = 0;
    for (int w = 0; w < size; w++) {
      n += fate[w] == how ? 1 : 0;
    }
    return n;
  }

  /** How many went beyond the cut-off or were not finite. */
  long diverged() {
    return count(DIVERGED) + count(NOT_FINITE);
  }

  @Override
  public void merge(PathObserver next) {
    PassageRecorder other = (PassageRecorder) next;
    int sum = Math.addExact(size, other.size);
    if (sum > fate.length) {
      int room = Math.max(sum, (int) Math.min(Integer.MAX_VALUE - 8, 2L * fate.length));
      fate = Arrays.copyOf(fate, room);
      time = Arrays.copyOf(time, room);
      steps = Arrays.copyOf(steps, room);
    }
    System.arraycopy(other.fate, 0, fate, size, other.size);
    System.arraycopy(other.time, 0, time, size, other.size);
    System.arraycopy(other.steps, 0, steps, size, other.size);
    size = sum;
    open += other.open;
    lastTime = Math.max(lastTime, other.lastTime);
    lastStep = Math.max(lastStep, other.lastStep);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(size);
    out.writeInt(open);
    out.writeDouble(lastTime);
    out.writeLong(lastStep);
    out.write(fate, 0, size);
    Streams.write(out, Arrays.copyOf(time, size));
    Streams.write(out, Arrays.copyOf(steps, size));
  }

  @Override
  public void restore(DataInput in) throws IOException {
    size = in.readInt();
    open = in.readInt();
    lastTime = in.readDouble();
    lastStep = in.readLong();
    fate = new byte[size];
    in.readFully(fate);
    time = Streams.doubles(in);
    steps = Streams.longs(in);
  }
}
