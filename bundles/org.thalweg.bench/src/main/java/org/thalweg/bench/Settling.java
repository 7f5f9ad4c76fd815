package org.thalweg.bench;

/**
 * Decides when an experiment has been run often enough before it is timed: the compiler has done
 * its work and block mathematics has changed to its last path.
 */
final class Settling {
  private static final int LEAST_RUNS = 3;
  private static final int RUNS_ON_A_PATH = 2;

  /** A run this much faster than all before it shows that something still gets better. */
  private static final double FASTER = 0.98;

  /** Noise gives new minima now and then; after so many times the least time it is enough. */
  private static final double PATIENCE = 5;

  private final double least;
  private double best = Double.POSITIVE_INFINITY;
  private double total;
  private int runs;
  private int runsOnPath;
  private String path = "";
  private boolean falling;

  /**
   * Nothing has run yet.
   *
   * @param least the least time of all runs together (seconds)
   */
  Settling(double least) {
    this.least = least;
  }

  /** Takes note of a run. */
  void ran(double seconds, String pathAfter) {
    runs++;
    total += seconds;
    falling = seconds < FASTER * best;
    best = Math.min(best, seconds);
    runsOnPath = pathAfter.equals(path) ? runsOnPath + 1 : 0;
    path = pathAfter;
  }

  boolean settled() {
    if (runs < LEAST_RUNS || total < least) {
      return false;
    }
    return total > PATIENCE * least || !falling && runsOnPath >= RUNS_ON_A_PATH;
  }

  int runs() {
    return runs;
  }

  double total() {
    return total;
  }
}
