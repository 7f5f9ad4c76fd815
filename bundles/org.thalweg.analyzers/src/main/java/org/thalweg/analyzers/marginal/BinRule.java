package org.thalweg.analyzers.marginal;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/** Gauss-Legendre points in every bin: the integral over a bin is exact to the seventh degree. */
public final class BinRule {
  /** The points of a bin. */
  public static final int POINTS = 4;

  private static final GaussIntegratorFactory GAUSS = new GaussIntegratorFactory();

  private final double[] places;
  private final double[] weights;

  /** The rule for some bins. */
  public BinRule(Bins bins) {
    places = new double[bins.count() * POINTS];
    weights = new double[places.length];
    for (int i = 0; i < bins.count(); i++) {
      GaussIntegrator rule = GAUSS.legendre(POINTS, bins.edge(i), bins.edge(i + 1));
      for (int k = 0; k < POINTS; k++) {
        places[i * POINTS + k] = rule.getPoint(k);
        weights[i * POINTS + k] = rule.getWeight(k);
      }
    }
  }

  /** All points, rising; not to be changed. */
  public double[] places() {
    return places;
  }

  /** The weight of a point. */
  public double weight(int at) {
    return weights[at];
  }
}
