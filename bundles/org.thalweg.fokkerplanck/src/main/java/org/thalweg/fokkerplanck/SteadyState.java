package org.thalweg.fokkerplanck;

/**
 * The density that no longer changes, found directly instead of by waiting for it: one elimination,
 * exact for the grid's chain.
 */
final class SteadyState {
  /** Rounding leaves 1e-16; only negative rates can do worse. */
  private static final double WORST_RESIDUAL = 1e-8;

  private SteadyState() {}

  /**
   * Probability of each cell.
   *
   * @throws IllegalStateException if an edge absorbs, or the chain falls into separate parts
   */
  static double[] of(Generator generator) {
    if (generator.leaks()) {
      throw new IllegalStateException(
          "there is no steady state: an absorbing edge takes all probability in the end");
    }
    Transposed incoming = new Transposed(generator);
    Dissection order = new Dissection(generator, incoming);
    double[] p = MultifrontalFactors.steady(generator, incoming, order).stationary();
    double residual = residual(generator, p);
    if (!(residual < WORST_RESIDUAL)) {
      throw new IllegalStateException(
          "the steady state was not found: its imbalance is "
              + residual
              + "; use other cells or the positive scheme");
    }
    return p;
  }

  /**
   * Largest imbalance of a cell relative to what passes through it, 0 for an exact steady state.
   */
  static double residual(Generator generator, double[] p) {
    double[] change = new double[p.length];
    generator.forward(p, change);
    double sum = 0;
    double scale = 0;
    for (int k = 0; k < p.length; k++) {
      sum += Math.abs(change[k]);
      scale += Math.abs(p[k]) * generator.exitRate(k);
    }
    return sum / scale;
  }
}
