package org.thalweg.analyzers.distance;

import org.thalweg.analyzers.marginal.Bounds;
import org.thalweg.analyzers.marginal.Masses;

/**
 * Distances between two distributions over the same bins, with their sampling errors and the values
 * that sampling alone would give two equal distributions.
 *
 * <p>With n = 1 / (1/N1 + 1/N2) and p the pooled probabilities:
 *
 * <ul>
 *   <li>total variation, half the sum of |a_i - b_i|; null expectation the sum of sqrt(p_i (1-p_i)
 *       / (2 pi n));
 *   <li>Kolmogorov-Smirnov, the largest |A - B| at the bins' edges; null expectation {@code
 *       (sqrt(pi/2) ln 2 - 0.5826 sqrt(sum p_i^2)) / sqrt(n)}: the mean of Kolmogorov's
 *       distribution, less what a Brownian path's maximum loses when seen at the edges alone
 *       (Broadie, Glasserman, Kou 1997, doi:10.1111/1467-9965.00035);
 *   <li>Wasserstein-1, Int |A - B| dx; null expectation Int sqrt(2 P (1-P) / (pi n)) dx.
 * </ul>
 */
public final class Distances {
  private static final double KOLMOGOROV_MEAN = Math.sqrt(Math.PI / 2) * Math.log(2);
  private static final double SEEN_AT_EDGES = 0.5826;

  private final Masses a;
  private final Masses b;
  private final double perSample;
  private final double[] pooled;

  /** The distances of two distributions over the same bins. */
  public Distances(Masses a, Masses b) {
    this.a = a;
    this.b = b;
    this.perSample = 1 / a.samples() + 1 / b.samples();
    this.pooled = new double[a.mass().length];
    double wa = weight(a.samples(), b.samples());
    for (int i = 0; i < pooled.length; i++) {
      pooled[i] = wa * a.mass()[i] + (1 - wa) * b.mass()[i];
    }
  }

  /** The weight of a in the pool: what was not sampled counts alone. */
  private static double weight(double na, double nb) {
    if (Double.isInfinite(na)) {
      return Double.isInfinite(nb) ? 0.5 : 1;
    }
    return Double.isInfinite(nb) ? 0 : na / (na + nb);
  }

  /**
   * A distance.
   *
   * @param value the distance
   * @param error its error, of sampling and of grids
   * @param underNull what equal distributions would show
   * @param allowed how far the bounds on predictions allow them to be away
   */
  public record Distance(double value, double error, double underNull, double allowed) {
    static final Distance NONE = new Distance(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  private double grid(int i) {
    return Math.abs(a.mass()[i] - a.other()[i]) + Math.abs(b.mass()[i] - b.other()[i]);
  }

  private double allowed(int i) {
    return a.mass()[i] * a.bound()[i] + b.mass()[i] * b.bound()[i];
  }

  /** The total variation. */
  public Distance totalVariation() {
    double sum = 0;
    double underNull = 0;
    double variance = 0;
    double grid = 0;
    double allowed = 0;
    for (int i = 0; i < pooled.length; i++) {
      sum += Math.abs(a.mass()[i] - b.mass()[i]);
      double v = pooled[i] * (1 - pooled[i]) * perSample;
      variance += v;
      underNull += Math.sqrt(v);
      grid += grid(i) / 2;
      allowed += allowed(i) / 2;
    }
    return new Distance(
        sum / 2,
        Bounds.combine(Math.sqrt(variance) / 2, grid),
        underNull / Math.sqrt(2 * Math.PI),
        allowed);
  }

  /** The distance of Kolmogorov and Smirnov. */
  Distance kolmogorovSmirnov() {
    double ca = 0;
    double cb = 0;
    double best = 0;
    double error = 0;
    double grid = 0;
    double allowed = 0;
    double squares = 0;
    for (int i = 0; i < pooled.length; i++) {
      squares += pooled[i] * pooled[i];
      ca += a.mass()[i];
      cb += b.mass()[i];
      grid += grid(i) / 2;
      allowed += allowed(i) / 2;
      if (Math.abs(ca - cb) > best) {
        best = Math.abs(ca - cb);
        double p = Math.max(0, Math.min(1, (ca + cb) / 2));
        error = Math.sqrt(p * (1 - p) * perSample);
      }
    }
    if (Double.isNaN(ca) || Double.isNaN(cb)) {
      return Distance.NONE; // nobody is left on one side
    }
    double underNull = Math.max(0, KOLMOGOROV_MEAN - SEEN_AT_EDGES * Math.sqrt(squares));
    return new Distance(
        best, Bounds.combine(error, grid), underNull * Math.sqrt(perSample), allowed);
  }

  /** The Wasserstein-1 distance (unit: theta). */
  Distance wasserstein() {
    double width = a.bins().width();
    int n = pooled.length;
    double[] lipschitz = new double[n];
    double ca = 0;
    double cb = 0;
    double cp = 0;
    double value = 0;
    double underNull = 0;
    double height = 0;
    double grid = 0;
    double allowed = 0;
    double[] reach = new double[2];
    for (int i = 0; i < n; i++) {
      // The difference of the cumulatives runs straight between edges.
      double before = ca - cb;
      ca += a.mass()[i];
      cb += b.mass()[i];
      double after = ca - cb;
      value += width * absoluteMean(before, after);
      lipschitz[i] = height + width * Math.signum(before + after) / 2;
      height += width * Math.signum(before + after);
      double p = Math.max(0, Math.min(1, cp + pooled[i] / 2));
      cp += pooled[i];
      underNull += width * Math.sqrt(2 * p * (1 - p) * perSample / Math.PI);
      reach[0] += grid(i) / 2;
      reach[1] += allowed(i) / 2;
      grid += width * reach[0];
      allowed += width * reach[1];
    }
    return new Distance(
        value,
        Bounds.combine(deviation(lipschitz) * Math.sqrt(perSample), grid),
        underNull,
        allowed);
  }

  /** The mean of |f| over an interval on which f is straight. */
  private static double absoluteMean(double before, double after) {
    if (before * after >= 0) {
      return Math.abs(before + after) / 2;
    }
    return (before * before + after * after) / (2 * Math.abs(before - after));
  }

  private double deviation(double[] f) {
    double mean = 0;
    double square = 0;
    for (int i = 0; i < f.length; i++) {
      mean += pooled[i] * f[i];
      square += pooled[i] * f[i] * f[i];
    }
    return Math.sqrt(Math.max(0, square - mean * mean));
  }
}
