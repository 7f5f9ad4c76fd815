package org.thalweg.fokkerplanck;

/**
 * A Markov generator on cells, stored by departure cell: every solver works on its transpose, so
 * that probability is conserved by construction and only absorbing edges lose any.
 *
 * <p>Cell k jumps to {@code target[e]} at {@code rate[e]}, e from {@code start[k]} to {@code
 * start[k+1]}, and disappears at {@code killing[side][k]} through the lower and upper end of x,
 * then of y (null for a side that does not absorb). Rates are non-negative except where a scheme
 * says otherwise.
 */
final class Generator {
  final Grid grid;
  final int[] start;
  final int[] target;
  final double[] rate;
  final double[][] killing;

  /** Largest jump along x, in cells (around a periodic axis the short way). */
  final int reachX;

  /** Largest jump along y. */
  final int reachY;

  Generator(
      Grid grid,
      int[] start,
      int[] target,
      double[] rate,
      double[][] killing,
      int reachX,
      int reachY) {
    this.grid = grid;
    this.start = start;
    this.target = target;
    this.rate = rate;
    this.killing = killing;
    this.reachX = reachX;
    this.reachY = reachY;
  }

  int cells() {
    return start.length - 1;
  }

  /** Writes dp/dt (forward equation): out_k = sum over j of p_j q(j,k) - p_k (exit rate of k). */
  void forward(double[] p, double[] out) {
    java.util.Arrays.fill(out, 0);
    for (int k = 0; k < cells(); k++) {
      double leaving = killed(k) * p[k];
      for (int e = start[k]; e < start[k + 1]; e++) {
        double flow = rate[e] * p[k];
        out[target[e]] += flow;
        leaving += flow;
      }
      out[k] -= leaving;
    }
  }

  /**
   * Writes the backward equation's right-hand side: out_k = sum q(k,j) (f_j - f_k) - killing_k f_k.
   */
  void backward(double[] f, double[] out) {
    for (int k = 0; k < cells(); k++) {
      double sum = -killed(k) * f[k];
      for (int e = start[k]; e < start[k + 1]; e++) {
        sum += rate[e] * (f[target[e]] - f[k]);
      }
      out[k] = sum;
    }
  }

  /** Rate at which cell k loses probability through absorbing edges, 1/time. */
  double killed(int k) {
    double sum = 0;
    for (double[] side : killing) {
      sum += side == null ? 0 : side[k];
    }
    return sum;
  }

  boolean hasNegativeRates() {
    for (double r : rate) {
      if (r < 0) {
        return true;
      }
    }
    return false;
  }

  /** True if some edge absorbs. */
  boolean leaks() {
    for (double[] side : killing) {
      if (side != null) {
        return true;
      }
    }
    return false;
  }

  /** Largest exit rate of all cells, 1/time. */
  double fastest() {
    double most = 0;
    for (int k = 0; k < cells(); k++) {
      most = Math.max(most, exitRate(k));
    }
    return most;
  }

  /** Exit rate of cell k, killing included, 1/time. */
  double exitRate(int k) {
    double sum = killed(k);
    for (int e = start[k]; e < start[k + 1]; e++) {
      sum += rate[e];
    }
    return sum;
  }
}
