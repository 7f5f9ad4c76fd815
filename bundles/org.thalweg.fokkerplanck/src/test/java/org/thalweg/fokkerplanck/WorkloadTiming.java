package org.thalweg.fokkerplanck;

import java.util.Arrays;
import java.util.Locale;

/**
 * Times workload W3, diagonal and turned, as the reference programs are timed: factors and steps
 * together, rates apart. Run with the number of threads and of repetitions.
 */
final class WorkloadTiming {
  private WorkloadTiming() {}

  /** Seconds of one run. */
  private static double seconds(Workload w, Team team, int steps) {
    GridState state = Workload.averages(w.grid);
    long start = System.nanoTime();
    new SplitPropagator(w.discretisation, team).advance(state, 10.0 / steps, steps);
    return (System.nanoTime() - start) * 1e-9;
  }

  public static void main(String[] args) {
    int threads = args.length > 0 ? Integer.parseInt(args[0]) : 1;
    int repetitions = args.length > 1 ? Integer.parseInt(args[1]) : 60;
    try (Team team = new Team(threads)) {
      for (int cells : new int[] {256, 512}) {
        for (double angle : new double[] {0, 0.25}) {
          Workload w = angle == 0 ? Workload.w3(cells) : Workload.turned(cells, angle);
          double[] t = new double[repetitions];
          for (int i = 0; i < repetitions; i++) {
            t[i] = seconds(w, team, cells == 256 ? 50 : 100);
          }
          double[] warm = Arrays.copyOfRange(t, repetitions / 2, repetitions);
          Arrays.sort(warm);
          System.out.printf(
              Locale.ROOT,
              "%d cells an axis, angle %.2f, %d threads: minimum %.4f s, median %.4f s%n",
              cells,
              angle,
              threads,
              warm[0],
              warm[warm.length / 2]);
        }
      }
    }
  }
}
