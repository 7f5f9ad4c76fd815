package org.thalweg.theory;

/**
 * The slow motion along a floor as a chain of cells, for its first eigenvalue above zero: finite
 * volumes of second order that keep the marginal exactly.
 */
final class SlowModes {
  private final double[] diagonal;

  /** Minus the coupling of cell i to cell i + 1; the last one closes a ring, or is zero. */
  private final double[] coupling;

  /**
   * Builds the chain.
   *
   * @param c the floor
   * @param ring whether the last cell is the neighbour of the first
   * @param cells the number of cells
   */
  SlowModes(Corrections c, boolean ring, int cells) {
    Profile p = c.profile();
    double width = (p.to() - p.from()) / cells;
    double[] log = new double[cells];
    for (int i = 0; i < cells; i++) {
      log[i] = c.logMarginal(p.from() + (i + 0.5) * width);
    }
    this.diagonal = new double[cells];
    this.coupling = new double[cells];
    for (int i = 0; i < (ring ? cells : cells - 1); i++) {
      int next = (i + 1) % cells;
      double edge = p.from() + (i + 1) * width;
      double along = p.strength(edge) / p.kappa() / (width * width);
      double middle = c.logMarginal(edge);
      diagonal[i] += along * Math.exp(middle - log[i]);
      diagonal[next] += along * Math.exp(middle - log[next]);
      coupling[i] = along * Math.exp(middle - (log[i] + log[next]) / 2);
    }
  }

  /**
   * The slowest rate above zero.
   *
   * @return the second eigenvalue (unit: 1 / time)
   */
  double gap() {
    double high = 1e-12;
    while (below(high) < 2 && high < 1e300) {
      high *= 2;
    }
    double low = high / 2;
    while (high - low > 1e-12 * high) {
      double middle = (low + high) / 2;
      if (below(middle) < 2) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /**
   * The number of eigenvalues below a rate, by Sylvester's law of inertia: the signs of the pivots
   * of all cells but the last, then that of the last one's complement.
   */
  private int below(double rate) {
    int last = diagonal.length - 1;
    int count = 0;
    double pivot = diagonal[0] - rate;
    double border = coupling[last];
    double complement = diagonal[last] - rate;
    for (int i = 0; i < last; i++) {
      double safe = Math.abs(pivot) < 1e-300 ? 1e-300 : pivot;
      count += safe < 0 ? 1 : 0;
      if (i == last - 1) {
        border += coupling[i];
      }
      complement -= border * border / safe;
      border = border * coupling[i] / safe;
      pivot = diagonal[i + 1] - rate - coupling[i] * coupling[i] / safe;
    }
    return complement < 0 ? count + 1 : count;
  }
}
