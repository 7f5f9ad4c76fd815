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

/**
 * Counts transitions from a well to a target and back, and the time that belongs to each, in
 * intervals of time.
 */
final class TransitionRecorder implements PathObserver {
  /** The number of intervals between time 0 and the horizon. */
  static final int INTERVALS = 1024;

  private static final byte WELL = 0;
  private static final byte TARGET = 1;
  private static final byte NOWHERE = 2;

  private final Targets well;
  private final Targets target;
  private final Problem problem;
  private final boolean continuous;
  private final boolean returns;
  private final double width;
  private final long[][] transitions = new long[2][INTERVALS];
  private final double[][] exposure = new double[2][INTERVALS];
  private final double[] span = new double[INTERVALS];
  private final long[] belonging = new long[3];
  private byte[] last = {};
  private Membership[] wellTests;
  private Membership[] targetTests;
  private double time;

  TransitionRecorder(Targets well, Targets target, Problem problem, boolean continuous) {
    this.well = well;
    this.target = target;
    this.problem = problem;
    this.continuous = continuous;
    this.returns = !well.regions().isEmpty();
    this.width = problem.horizon() / INTERVALS;
  }

  @Override
  public void step(long k, double t, WalkerChunk chunk) {
    if (wellTests == null) {
      begin(chunk.walkers());
    }
    int interval = (int) Math.min(INTERVALS - 1, Math.max(0, Math.ceil(t / width) - 1));
    exposure[WELL][interval] += belonging[WELL] * (t - time);
    exposure[TARGET][interval] += belonging[TARGET] * (t - time);
    double passed = k == 0 ? 0 : t - time;
    span[interval] += t - time;
    time = t;
    Block x = chunk.position();
    boolean all = chunk.everybodyWalks();
    if (!returns && belonging[WELL] == 0) {
      return;
    }
    prepare(targetTests, t, passed, x);
    prepare(wellTests, t, passed, x);
    for (int w = 0; w < last.length; w++) {
      byte before = last[w];
      byte now = before;
      if (!all && !chunk.walking(w)) {
        now = NOWHERE;
      } else if (before != TARGET && inside(targetTests, x, w)) {
        now = before == NOWHERE && !returns ? NOWHERE : TARGET;
      } else if (before != WELL && inside(wellTests, x, w)) {
        now = WELL;
      }
      if (now != before) {
        move(w, before, now, k, interval);
      }
    }
  }

  private void move(int walker, byte before, byte now, long k, int interval) {
    if (k > 0 && before != NOWHERE && now != NOWHERE) {
      transitions[before][interval]++;
    }
    belonging[before]--;
    belonging[now]++;
    last[walker] = now;
  }

  private void begin(int walkers) {
    wellTests = well.memberships(problem, walkers, continuous);
    targetTests = target.memberships(problem, walkers, continuous);
    if (last.length == 0) {
      last = new byte[walkers];
      byte first = returns ? NOWHERE : WELL;
      Arrays.fill(last, first);
      belonging[first] = walkers;
    }
  }

  private static void prepare(Membership[] tests, double t, double passed, Block x) {
    for (Membership test : tests) {
      test.prepare(t, passed, x);
    }
  }

  private static boolean inside(Membership[] tests, Block x, int walker) {
    for (Membership test : tests) {
      if (test.contains(x, walker)) {
        return true;
      }
    }
    return false;
  }

  /** Whether walkers that return are followed on. */
  boolean returns() {
    return returns;
  }

  /** What was counted from the well to the target. */
  Occurrences escapes() {
    return new Occurrences(width, span, transitions[WELL], exposure[WELL]);
  }

  /** What was counted from the target back to the well. */
  Occurrences comebacks() {
    return new Occurrences(width, span, transitions[TARGET], exposure[TARGET]);
  }

  @Override
  public void merge(PathObserver next) {
    TransitionRecorder other = (TransitionRecorder) next;
    for (int s = 0; s < 2; s++) {
      for (int i = 0; i < INTERVALS; i++) {
        transitions[s][i] += other.transitions[s][i];
        exposure[s][i] += other.exposure[s][i];
      }
    }
    for (int s = 0; s < belonging.length; s++) {
      belonging[s] += other.belonging[s];
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeDouble(time);
    out.writeInt(last.length);
    out.write(last);
    Streams.write(out, belonging);
    Streams.write(out, span);
    for (int s = 0; s < 2; s++) {
      Streams.write(out, transitions[s]);
      Streams.write(out, exposure[s]);
    }
  }

  @Override
  public void restore(DataInput in) throws IOException {
    time = in.readDouble();
    last = new byte[in.readInt()];
    in.readFully(last);
    System.arraycopy(Streams.longs(in), 0, belonging, 0, belonging.length);
    System.arraycopy(Streams.doubles(in), 0, span, 0, INTERVALS);
    for (int s = 0; s < 2; s++) {
      System.arraycopy(Streams.longs(in), 0, transitions[s], 0, INTERVALS);
      System.arraycopy(Streams.doubles(in), 0, exposure[s], 0, INTERVALS);
    }
  }
}
