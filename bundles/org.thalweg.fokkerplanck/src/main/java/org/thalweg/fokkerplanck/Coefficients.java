package org.thalweg.fokkerplanck;

/**
 * Potential and diffusion matrix sampled once at every cell centre, checked there, so that schemes
 * read arrays and errors name the place.
 */
final class Coefficients {
  private static final double ROUNDING = 1e-10;

  final Grid grid;
  private final Potential function;
  final double[] potential;
  final double[] xx;
  final double[] yy;
  final double[] xy;

  /** True if some off-diagonal element is not zero. */
  final boolean crossed;

  /**
   * Samples both functions.
   *
   * @throws IllegalArgumentException if a value is not finite, or a matrix is not symmetric
   *     positive semidefinite; the message names the point
   */
  Coefficients(Grid grid, Potential function, Diffusion diffusion) {
    this.grid = grid;
    this.function = function;
    int n = grid.cells();
    int dim = grid.dim();
    potential = new double[n];
    xx = new double[n];
    yy = new double[n];
    xy = new double[n];
    double[] x = new double[dim];
    double[] d = new double[dim * dim];
    boolean any = false;
    for (int k = 0; k < n; k++) {
      grid.centre(k, x);
      potential[k] = function.at(x);
      diffusion.at(x, d);
      xx[k] = d[0];
      if (dim == 2) {
        yy[k] = d[3];
        xy[k] = 0.5 * (d[1] + d[2]);
      }
      check(k, x, d);
      any |= xy[k] != 0;
    }
    crossed = any;
  }

  private void check(int k, double[] x, double[] d) {
    if (!Double.isFinite(potential[k])) {
      throw new IllegalArgumentException("the loss is " + potential[k] + place(x));
    }
    double scale = Math.max(Math.abs(xx[k]), Math.abs(yy[k]));
    boolean fine = Double.isFinite(scale) && xx[k] >= 0 && yy[k] >= 0;
    if (grid.dim() == 2) {
      fine &= Math.abs(d[1] - d[2]) <= ROUNDING * scale;
      fine &= xy[k] * xy[k] <= xx[k] * yy[k] + ROUNDING * scale * scale;
    }
    if (!fine) {
      throw new IllegalArgumentException(
          "the diffusion matrix must be symmetric and positive semidefinite, but is "
              + java.util.Arrays.toString(d)
              + place(x));
    }
  }

  private static String place(double[] x) {
    return " at " + java.util.Arrays.toString(x);
  }

  /**
   * Potential at the next cell's centre minus that at cell {@code k}'s. Across a periodic end the
   * potential is continued past the end, so that a tilted one drives a current around.
   */
  double rise(int k, int next, int a) {
    boolean wraps = a == 0 ? next / grid.ny < k / grid.ny : next % grid.ny < k % grid.ny;
    if (!wraps) {
      return potential[next] - potential[k];
    }
    double[] x = new double[grid.dim()];
    grid.centre(k, x);
    x[a] += grid.axis(a).width();
    return finite(x) - potential[k];
  }

  private double finite(double[] x) {
    double value = function.at(x);
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("the loss is " + value + place(x));
    }
    return value;
  }

  /**
   * Potential on an absorbing edge minus that at the centre of the cell beside it.
   *
   * @param k a cell beside the edge
   * @param a the axis that ends there
   * @param upper true for the upper end
   */
  double riseToEdge(int k, int a, boolean upper) {
    double[] x = new double[grid.dim()];
    grid.centre(k, x);
    x[a] = upper ? grid.axis(a).to() : grid.axis(a).from();
    return finite(x) - potential[k];
  }
}
