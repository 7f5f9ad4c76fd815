package org.thalweg.theory;

import java.util.function.DoubleUnaryOperator;

/**
 * The leading-order marginal along a floor, normalised, for averages over it by the midpoint rule.
 */
final class FloorMeasure {
  private static final int PANELS = 4000;

  private final Corrections corrections;
  private final double width;
  private final double[] weight = new double[PANELS];
  private final double best;
  private final double sum;

  FloorMeasure(Corrections corrections) {
    this.corrections = corrections;
    Profile p = corrections.profile();
    this.width = (p.to() - p.from()) / PANELS;
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < PANELS; i++) {
      weight[i] = corrections.logMarginal(place(i));
      highest = Math.max(highest, weight[i]);
    }
    double total = 0;
    for (int i = 0; i < PANELS; i++) {
      weight[i] = Math.exp(weight[i] - highest);
      total += weight[i];
    }
    this.best = highest;
    this.sum = total;
  }

  private double place(int i) {
    return corrections.profile().from() + (i + 0.5) * width;
  }

  /**
   * The density at a place.
   *
   * @param x the place
   * @return p(x), of integral one (unit: 1 / theta)
   */
  double density(double x) {
    return Math.exp(corrections.logMarginal(x) - best) / (sum * width);
  }

  /**
   * An average.
   *
   * @param f a function of the place
   * @return Int p f dx
   */
  double mean(DoubleUnaryOperator f) {
    double total = 0;
    for (int i = 0; i < PANELS; i++) {
      total += weight[i] == 0 ? 0 : weight[i] * f.applyAsDouble(place(i));
    }
    return total / sum;
  }
}
