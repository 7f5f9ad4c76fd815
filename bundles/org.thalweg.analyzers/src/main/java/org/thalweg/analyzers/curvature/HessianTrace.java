package org.thalweg.analyzers.curvature;

import org.thalweg.api.analysis.Estimate;

/**
 * The trace of a symmetric operator: exact for few dimensions, and for many the mean of s.Hs over
 * vectors s of signs, with its standard error. Source: Hutchinson 1990,
 * doi:10.1080/03610919008812866.
 */
final class HessianTrace {
  private static final int PROBES = 16;

  private HessianTrace() {}

  static Estimate of(SymmetricOperator operator, Eigenpairs pairs) {
    int n = operator.dim();
    if (pairs.size() == n) {
      double sum = 0;
      for (double v : pairs.values()) {
        sum += v;
      }
      return new Estimate(sum, 0);
    }
    double[] product = new double[n];
    double sum = 0;
    double squares = 0;
    for (int p = 0; p < PROBES; p++) {
      double[] signs = Probes.signs(n, p + 1);
      operator.apply(signs, product);
      double value = Eigenpairs.dot(signs, product);
      sum += value;
      squares += value * value;
    }
    double mean = sum / PROBES;
    double variance = Math.max(0, squares / PROBES - mean * mean) * PROBES / (PROBES - 1.0);
    return new Estimate(mean, Math.sqrt(variance / PROBES));
  }
}
