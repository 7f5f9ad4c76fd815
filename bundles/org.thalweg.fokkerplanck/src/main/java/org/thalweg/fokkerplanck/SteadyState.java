package org.thalweg.fokkerplanck;

/**
 * The density that no longer changes, found directly instead of by waiting for it: one elimination, exact
 * for the grid's chain.
 */
final class SteadyState {
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
    return MultifrontalFactors.steady(generator, incoming, order).stationary();
  }

  /** Largest imbalance of a cell relative to what passes through it, 0 for an exact steady state. */
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
