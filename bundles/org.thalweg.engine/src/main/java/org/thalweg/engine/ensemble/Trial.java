package org.thalweg.engine.ensemble;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.thalweg.api.method.MethodRun;

/**
 * Walks chunk after chunk for a moment, to tell how long all of them will take: fresh code is up to
 * a hundred times slower than the same code a moment later, so that what is measured at first says
 * how long it takes to warm up, and the fastest stretch how long the rest takes.
 */
final class Trial {
  private static final double BETWEEN_MARKS = 1e-3;
  private static final int MOST_STEPS = 1 << 12;

  /** The part of the trial that a stretch lasts at least, which lets it hold some observations. */
  private static final double STRETCH = 0.2;

  /** So many times its time a trial may take while it still becomes faster. */
  private static final double LONGER = 1.6;

  /** It does while its last stretch is so much faster than the one before. */
  private static final double FASTER = 1.1;

  private double[] seconds = new double[64];
  private double[] work = new double[64];
  private int marks = 1;
  private boolean complete;

  /**
   * Makes a trial.
   *
   * @param run asked whether it is cancelled
   * @param chunks how many chunks there are
   * @param fresh makes the chunk of a number
   * @param limit how long it may take, in seconds, unless the code is not warm yet
   */
  static Trial of(MethodRun run, int chunks, IntFunction<ChunkRun> fresh, double limit)
      throws InterruptedException {
    Trial trial = new Trial();
    long begin = System.nanoTime();
    double done = 0;
    double until = limit;
    int steps = 1;
    for (int c = 0; c < chunks; c++) {
      ChunkRun chunk = fresh.apply(c);
      chunk.begin();
      while (!chunk.finished()) {
        run.checkCancelled();
        long before = chunk.steps();
        chunk.advance(steps);
        done += (double) (chunk.steps() - before) * chunk.view().walkers();
        double now = (System.nanoTime() - begin) / 1e9;
        if (now - trial.seconds[trial.marks - 1] < BETWEEN_MARKS) {
          steps = Math.min(MOST_STEPS, 2 * steps);
        }
        trial.mark(now, done);
        if (now > until) {
          if (until >= LONGER * limit || !trial.quickens()) {
            return trial;
          }
          until *= 1 + STRETCH;
        }
      }
    }
    trial.complete = true;
    return trial;
  }

  /** Notes that so many walker-steps have been made in so many seconds. */
  void mark(double at, double done) {
    if (marks == seconds.length) {
      seconds = Arrays.copyOf(seconds, 2 * marks);
      work = Arrays.copyOf(work, 2 * marks);
    }
    seconds[marks] = at;
    work[marks++] = done;
  }

  /** Whether the last stretch was faster than the one before it. */
  private boolean quickens() {
    double stretch = STRETCH * seconds[marks - 1];
    int last = before(marks - 1, stretch);
    int earlier = before(last, stretch);
    double now = (work[marks - 1] - work[last]) / (seconds[marks - 1] - seconds[last]);
    double then = (work[last] - work[earlier]) / (seconds[last] - seconds[earlier]);
    return earlier < last && now > FASTER * then;
  }

  private int before(int mark, double stretch) {
    int from = mark;
    while (from > 0 && seconds[mark] - seconds[from] < stretch) {
      from--;
    }
    return from;
  }

  /** Whether all the walkers have been taken to the horizon. */
  boolean complete() {
    return complete;
  }

  /**
   * How long everything takes.
   *
   * @param all walkers times steps
   * @param speedUp how many chunks are worked on at a time
   */
  double seconds(double all, double speedUp) {
    double passed = seconds[marks - 1];
    double done = work[marks - 1];
    if (complete || done == 0) {
      return passed / speedUp;
    }
    double each = Math.min(fastest(), passed / done);
    double warmingUp = passed - done * each;
    return warmingUp + all * each / speedUp;
  }

  /** Seconds for a walker's step in the fastest stretch. */
  private double fastest() {
    double stretch = STRETCH * seconds[marks - 1];
    double least = Double.POSITIVE_INFINITY;
    int from = 0;
    for (int to = 1; to < marks; to++) {
      while (seconds[to] - seconds[from + 1] >= stretch) {
        from++;
      }
      double passed = seconds[to] - seconds[from];
      if (passed >= stretch && work[to] > work[from]) {
        least = Math.min(least, passed / (work[to] - work[from]));
      }
    }
    return least;
  }
}
