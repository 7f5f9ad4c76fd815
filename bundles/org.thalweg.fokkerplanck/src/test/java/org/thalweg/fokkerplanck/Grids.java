package org.thalweg.fokkerplanck;

import org.thalweg.api.problem.Edge;

/** Short names for the grids, equations and moments that tests use. */
final class Grids {
  private Grids() {}

  static CellAxis axis(double from, double to, int cells, Edge edge) {
    return new CellAxis(from, to, cells, edge, edge);
  }

  static Grid line(double from, double to, int cells, Edge edge) {
    return new Grid(axis(from, to, cells, edge));
  }

  static Grid box(double x, int nx, double y, int ny) {
    return new Grid(axis(-x, x, nx, Edge.REFLECTING), axis(-y, y, ny, Edge.REFLECTING));
  }

  static Diffusion constant(double... matrix) {
    return (x, out) -> System.arraycopy(matrix, 0, out, 0, matrix.length);
  }

  static Discretisation nine(Grid grid, Potential potential, Diffusion diffusion) {
    return NinePointScheme.discretise(new Coefficients(grid, potential, diffusion));
  }

  static GridState oneCell(Grid grid, double... at) {
    GridState state = new GridState(new double[grid.cells()]);
    state.mass[grid.cellAt(at)] = 1;
    return state;
  }

  /** A normal density at the cell centres, normalised; the matrix is xx, xy, yy. */
  static GridState gaussian(Grid grid, double mx, double my, double xx, double xy, double yy) {
    double[] mass = new double[grid.cells()];
    double[] x = new double[2];
    double det = xx * yy - xy * xy;
    double sum = 0;
    for (int k = 0; k < mass.length; k++) {
      grid.centre(k, x);
      double a = x[0] - mx;
      double b = x[1] - my;
      mass[k] = Math.exp(-0.5 * (yy * a * a - 2 * xy * a * b + xx * b * b) / det);
      sum += mass[k];
    }
    for (int k = 0; k < mass.length; k++) {
      mass[k] /= sum;
    }
    return new GridState(mass);
  }

  /** Mass, mean x, mean y, var x, cov, var y; masses conditioned on survival. */
  static double[] moments(Grid grid, double[] mass) {
    double[] x = new double[2];
    double[] m = new double[6];
    for (int k = 0; k < mass.length; k++) {
      grid.centre(k, x);
      m[0] += mass[k];
      m[1] += mass[k] * x[0];
      m[2] += mass[k] * x[1];
      m[3] += mass[k] * x[0] * x[0];
      m[4] += mass[k] * x[0] * x[1];
      m[5] += mass[k] * x[1] * x[1];
    }
    for (int i = 1; i < 6; i++) {
      m[i] /= m[0];
    }
    m[3] -= m[1] * m[1];
    m[4] -= m[1] * m[2];
    m[5] -= m[2] * m[2];
    return m;
  }

  static double expectation(Grid grid, double[] mass, Potential f) {
    double[] x = new double[grid.dim()];
    double sum = 0;
    for (int k = 0; k < mass.length; k++) {
      grid.centre(k, x);
      sum += mass[k] * f.at(x);
    }
    return sum;
  }

  static Evolution run(Discretisation d, GridState start, double tolerance, double horizon) {
    return new Evolution(
        new Gears(d), start, new StepChoice(tolerance, horizon, d.fastest()), Heartbeat.NONE);
  }
}
