package org.thalweg.fokkerplanck;

/**
 * Chooses how many cells each axis needs from a density found on a coarse grid, so that an
 * experiment need not name any.
 *
 * <p>The scale of an axis is the smaller of its Fisher length, (mean of (d ln P/dx)^2)^(-1/2), and
 * the mean standard deviation at fixed other coordinate; for a Gaussian both are its standard
 * deviation. Both weigh places by their probability, so that empty corners cost nothing.
 */
final class CellChoice {
  /** How finely a density is wanted. */
  enum Aim {
    /** A steady state, which is cheap and wanted to four digits. */
    STEADY(32, 400_000),
    /** An evolution. */
    EVOLVING(20, 150_000);

    private final double perScale;
    private final double budget;

    Aim(double perScale, double budget) {
      this.perScale = perScale;
      this.budget = budget;
    }
  }

  /** Cells of a pilot along each axis, by dimension. */
  private static final int[] PILOT = {256, 64};

  private static final int LARGEST_PILOT = 150_000;
  private static final int[] LEAST = {128, 64};
  private static final int[] MOST = {8192, 4096};

  private CellChoice() {}

  /** Cells of the first pilot. */
  static int[] pilot(int dim) {
    int[] cells = new int[dim];
    java.util.Arrays.fill(cells, PILOT[dim - 1]);
    return cells;
  }

  /**
   * The number of cells along each axis.
   *
   * @param pilot the grid on which the scales were found
   * @param scales the smallest scales to be resolved, one per axis
   * @param aim how finely the density is wanted
   */
  static int[] cells(Grid pilot, double[] scales, Aim aim) {
    int dim = pilot.dim();
    double[] wanted = new double[dim];
    double total = 1;
    for (int a = 0; a < dim; a++) {
      CellAxis axis = pilot.axis(a);
      double resolving = aim.perScale * (axis.to() - axis.from()) / scales[a];
      wanted[a] = Math.min(MOST[dim - 1], Math.max(LEAST[dim - 1], resolving));
      total *= wanted[a];
    }
    double shrink = Math.min(1, Math.sqrt(aim.budget / total));
    int[] cells = new int[dim];
    for (int a = 0; a < dim; a++) {
      cells[a] = 4 * (int) Math.ceil(Math.max(LEAST[dim - 1], shrink * wanted[a]) / 4);
    }
    return cells;
  }

  /**
   * A finer pilot, where the density is too narrow for the present one.
   *
   * @return the cells to try next, or null if the pilot will do
   */
  static int[] refine(Grid pilot, double[] scales) {
    int[] next = new int[pilot.dim()];
    boolean again = false;
    for (int a = 0; a < next.length; a++) {
      CellAxis axis = pilot.axis(a);
      next[a] = axis.cells();
      boolean affordable =
          2 * axis.cells() <= MOST[next.length - 1] && 2 * pilot.cells() <= LARGEST_PILOT;
      if (scales[a] < 2 * axis.width() && affordable) {
        next[a] = 2 * axis.cells();
        again = true;
      }
    }
    return again ? next : null;
  }

  /** The scales of a density, one per axis. */
  static double[] scales(Grid grid, double[] mass) {
    double[] scales = new double[grid.dim()];
    scales[0] = scale(mass, grid.hx(), grid.nx, grid.ny, grid.ny, 1);
    if (grid.dim() == 2) {
      scales[1] = scale(mass, grid.hy(), grid.ny, 1, grid.nx, grid.ny);
    }
    return scales;
  }

  private static double scale(
      double[] mass, double h, int length, int stride, int lines, int between) {
    double information = 0;
    double faces = 0;
    double spread = 0;
    double total = 0;
    for (int line = 0; line < lines; line++) {
      double sum = 0;
      double first = 0;
      double second = 0;
      for (int i = 0; i < length; i++) {
        int k = line * between + i * stride;
        double p = Math.max(0, mass[k]);
        sum += p;
        first += i * p;
        second += (double) i * i * p;
        if (i > 0 && p > 0 && mass[k - stride] > 0) {
          double slope = StrictMath.log(p / mass[k - stride]) / h;
          double weight = 0.5 * (p + mass[k - stride]);
          information += weight * slope * slope;
          faces += weight;
        }
      }
      if (sum > 0) {
        spread += h * Math.sqrt(Math.max(0, second * sum - first * first));
        total += sum;
      }
    }
    return Math.min(Math.sqrt(faces / information), spread / total);
  }
}
