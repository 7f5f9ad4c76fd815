package org.thalweg.analyzers.passage;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.thalweg.analyzers.observation.Streams;
import org.thalweg.api.analysis.PathObserver;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.block.Block;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.ProductStart;

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

  /** Starts that are no products are remembered where a density can be, to be averaged over. */
  private static final int MOST_REMEMBERED = 2;

  private final Targets targets;
  private final Problem problem;
  private final boolean continuous;
  private final boolean remembers;
  private final int[] groups;
  private Membership[] tests;
  private int size;
  private int open;
  private byte[] fate = {};
  private double[] time = {};
  private long[] steps = {};
  private double[] starts = {};
  private double lastTime;
  private long lastStep;

  PassageRecorder(Targets targets, Problem problem, boolean continuous) {
    this.targets = targets;
    this.problem = problem;
    this.continuous = continuous;
    this.remembers = !(problem.start() instanceof ProductStart) && problem.dim() <= MOST_REMEMBERED;
    this.groups = targets.groups();
  }

  @Override
  public void step(long k, double t, WalkerChunk chunk) {
    if (tests == null) {
      begin(chunk);
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
  private void begin(WalkerChunk chunk) {
    int walkers = chunk.walkers();
    tests = targets.memberships(problem, walkers, continuous);
    if (size == 0) {
      size = walkers;
      open = walkers;
      fate = new byte[walkers];
      time = new double[walkers];
      steps = new long[walkers];
      Arrays.fill(fate, OUT);
      if (remembers) {
        remember(chunk.position());
      }
    }
  }

  private void remember(Block x) {
    int dim = problem.dim();
    starts = new double[size * dim];
    for (int w = 0; w < size; w++) {
      for (int a = 0; a < dim; a++) {
        starts[w * dim + a] = x.get(a, w);
      }
    }
  }

  /** Where the walkers began, if that is remembered. */
  Optional<StartPlaces> starts() {
    if (!remembers || size == 0) {
      return Optional.empty();
    }
    int dim = problem.dim();
    List<double[]> points = new ArrayList<>();
    for (int w = 0; w < size; w++) {
      points.add(Arrays.copyOfRange(starts, w * dim, (w + 1) * dim));
    }
    return Optional.of(StartPlaces.of(points));
  }

  private void settle(int walker, byte how, long k, double t) {
    fate[walker] = how;
    time[walker] = t;
    steps[walker] = k;
    open--;
  }

  /** Whether bounds were moved. */
  boolean continuous() {
    return continuous;
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
    if (remembers) {
      int dim = problem.dim();
      starts = Arrays.copyOf(starts, sum * dim);
      System.arraycopy(other.starts, 0, starts, size * dim, other.size * dim);
    }
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
    Streams.write(out, starts);
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
    starts = Streams.doubles(in);
  }
}
