package org.thalweg.fokkerplanck;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;
import org.thalweg.api.problem.Edge;

/**
 * Times one task on growing grids of one problem, for the exponents of COST.md. Run with the task
 * (steady, modes, passage or evolution), the dimensions (1 or 2), repetitions, and numbers of cells
 * along each axis.
 */
final class ScaleTiming {
  private static final double HORIZON = 1;

  private ScaleTiming() {}

  /**
   * S1's valley with kappa 4, lambda0 200, Delta 1; in one dimension the double well at T = 1/4.
   */
  private static Discretisation problem(int dimensions, int cells) {
    if (dimensions == 1) {
      return Grids.nine(
          Grids.line(-2, 2, cells, Edge.REFLECTING),
          x -> Math.pow(x[0] * x[0] - 1, 2),
          Grids.constant(0.25));
    }
    return Grids.nine(
        Grids.box(2.75, cells, 0.39, cells),
        x -> 100 * Math.exp(x[0] * x[0]) * x[1] * x[1],
        Grids.constant(0.25, 0, 0, 1));
  }

  private static GridState start(Grid grid) {
    double[] mass = new double[grid.cells()];
    double[] x = new double[grid.dim()];
    double sum = 0;
    for (int k = 0; k < mass.length; k++) {
      grid.centre(k, x);
      double across = grid.dim() == 2 ? x[1] / 0.1 : 0;
      mass[k] = Math.exp(-0.5 * (Math.pow((x[0] + 1) / 0.2, 2) + across * across));
      sum += mass[k];
    }
    for (int k = 0; k < mass.length; k++) {
      mass[k] /= sum;
    }
    return new GridState(mass);
  }

  /** One number of the result, so that grids can be compared. */
  private static double run(String task, Discretisation d) throws InterruptedException {
    return switch (task) {
      case "steady" ->
          Grids.expectation(d.generator().grid, SteadyState.of(d.generator()), x -> x[0] * x[0]);
      case "modes" -> Modes.of(d.generator(), 4).get(1).rate();
      case "passage" ->
          new StoppedChain(d.generator(), x -> x[0] > 1, x -> false)
              .meanTime()[d.generator().grid.cellAt(new double[] {-1, 0})];
      case "evolution" -> {
        Grid grid = d.generator().grid;
        GridState state = start(grid);
        Grids.run(d, state, 0.01, HORIZON).advanceTo(HORIZON);
        yield Grids.expectation(grid, state.mass, x -> x[0]);
      }
      default ->
          throw new IllegalArgumentException(
              "task " + task + "; steady, modes, passage or evolution");
    };
  }

  private static double peak() {
    double bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        bytes += pool.getPeakUsage().getUsed();
        pool.resetPeakUsage();
      }
    }
    return bytes;
  }

  public static void main(String[] args) throws InterruptedException {
    int dimensions = Integer.parseInt(args[1]);
    double[] last = new double[2];
    for (int a = 3; a < args.length; a++) {
      Discretisation d = problem(dimensions, Integer.parseInt(args[a]));
      double best = Double.POSITIVE_INFINITY;
      double value = Double.NaN;
      System.gc();
      peak();
      for (int i = 0; i < Integer.parseInt(args[2]); i++) {
        long begin = System.nanoTime();
        value = run(args[0], d);
        best = Math.min(best, (System.nanoTime() - begin) * 1e-9);
      }
      double cells = d.generator().cells();
      System.out.printf(
          Locale.ROOT,
          "%s, %d-D: %.0f cells, minimum %.3f s, exponent %.2f, at most %.0f MB with garbage,"
              + " %.8g%n",
          args[0],
          dimensions,
          cells,
          best,
          Math.log(best / last[1]) / Math.log(cells / last[0]),
          peak() / 1e6,
          value);
      last[0] = cells;
      last[1] = best;
    }
  }
}
