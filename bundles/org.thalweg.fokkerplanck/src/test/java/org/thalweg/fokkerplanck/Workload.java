package org.thalweg.fokkerplanck;

/**
 * Workload W3 of the performance notes: F = 1 + exp(-(x-1)^2), Delta = 0.01, kappa = 5, reflecting
 * box [-3, 3] x [-1, 1], Gaussian start.
 */
final class Workload {
  final Grid grid;
  final Discretisation discretisation;
  final GridState start;

  private Workload(Grid grid, Discretisation discretisation, GridState start) {
    this.grid = grid;
    this.discretisation = discretisation;
    this.start = start;
  }

  static Workload w3(int cells) {
    Grid grid = Grids.box(3, cells, 1, cells);
    Potential valley =
        x -> {
          double f = 1 + Math.exp(-(x[0] - 1) * (x[0] - 1));
          return 0.5 * x[1] * x[1] / (f * f);
        };
    return new Workload(
        grid,
        Grids.nine(grid, valley, Grids.constant(0.002, 0, 0, 0.01)),
        Grids.gaussian(grid, -0.5, 0.3, 0.04, 0, 0.01));
  }
}
