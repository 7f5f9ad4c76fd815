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
    return new Workload(
        grid,
        Grids.nine(grid, Workload::valley, Grids.constant(0.002, 0, 0, 0.01)),
        Grids.gaussian(grid, -0.5, 0.3, 0.04, 0, 0.01));
  }

  /**
   * The same with a diffusion matrix of the same eigenvalues that turns with x.
   *
   * @param angle largest angle, radian
   */
  static Workload turned(int cells, double angle) {
    Workload plain = w3(cells);
    Diffusion turning =
        (x, out) -> {
          double c = Math.cos(angle * Math.sin(x[0]));
          double s = Math.sin(angle * Math.sin(x[0]));
          out[0] = 0.002 * c * c + 0.01 * s * s;
          out[1] = -0.008 * c * s;
          out[2] = out[1];
          out[3] = 0.002 * s * s + 0.01 * c * c;
        };
    Coefficients c = new Coefficients(plain.grid, Workload::valley, turning);
    return new Workload(plain.grid, NinePointScheme.splitting(c), plain.start);
  }

  private static double valley(double[] x) {
    double f = 1 + Math.exp(-(x[0] - 1) * (x[0] - 1));
    return 0.5 * x[1] * x[1] / (f * f);
  }

  /** The start as the reference programs have it: averages over the cells. */
  static GridState averages(Grid grid) {
    double[] mass = new double[grid.cells()];
    double[] x = new double[2];
    double sum = 0;
    for (int k = 0; k < mass.length; k++) {
      grid.centre(k, x);
      for (int i = 0; i < 16; i++) {
        double a = x[0] + ((i & 3) - 1.5) / 4 * grid.hx() + 0.5;
        double b = x[1] + ((i >> 2) - 1.5) / 4 * grid.hy() - 0.3;
        mass[k] += Math.exp(-0.5 * (a * a / 0.04 + b * b / 0.01));
      }
      sum += mass[k];
    }
    for (int k = 0; k < mass.length; k++) {
      mass[k] /= sum;
    }
    return new GridState(mass);
  }
}
