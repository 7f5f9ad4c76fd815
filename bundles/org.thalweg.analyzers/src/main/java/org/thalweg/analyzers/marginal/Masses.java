package org.thalweg.analyzers.marginal;

import java.util.Arrays;

/**
 * Probabilities of bins, with everything that is known of their errors.
 *
 * @param bins the bins
 * @param mass the probabilities, of sum one
 * @param samples the number of independent walkers; infinity where nothing was sampled
 * @param other the same probabilities from the fine grid alone, whose difference measures the error
 *     of a density; equal to mass where there is no grid, not-a-number where there is no coarse one
 * @param bound bounds on the errors of the logarithms of the probabilities: of theory and of steps
 */
public record Masses(Bins bins, double[] mass, double samples, double[] other, double[] bound) {
  /** Probabilities of so many independent walkers. */
  public static Masses sampled(Bins bins, double[] mass, double samples) {
    return new Masses(bins, mass, samples, mass, new double[mass.length]);
  }

  /** Probabilities of a density, with those from the fine grid alone. */
  public static Masses computed(Bins bins, double[] mass, double[] other) {
    return new Masses(bins, mass, Double.POSITIVE_INFINITY, other, new double[mass.length]);
  }

  /** The same with further bounds. */
  public Masses with(double[] further) {
    double[] sum = bound.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += further[i];
    }
    return new Masses(bins, mass, samples, other, sum);
  }

  /** The same with one further bound everywhere. */
  public Masses with(double further) {
    double[] all = new double[mass.length];
    Arrays.fill(all, further);
    return with(all);
  }

  /** The bound on the error of one bin's probability. */
  public double bound(int i) {
    return Math.abs(mass[i] - other[i]) + mass[i] * bound[i];
  }

  /** Whether the numerical error is known. */
  public boolean errorKnown() {
    return !Double.isNaN(other[0]);
  }

  /** The expectation of a function given by its value in every bin. */
  public double expectation(double[] f) {
    double sum = 0;
    for (int i = 0; i < mass.length; i++) {
      sum += mass[i] == 0 ? 0 : mass[i] * f[i];
    }
    return sum;
  }

  /**
   * The probabilities that a curve of log-densities gives.
   *
   * @param bins the bins
   * @param rule where in the bins the curve is known
   * @param log ln p at the rule's points, up to a constant
   * @param error its error there
   * @return the normalised probabilities with their bounds
   */
  static Masses of(Bins bins, BinRule rule, double[] log, double[] error) {
    double best = Double.NEGATIVE_INFINITY;
    for (double l : log) {
      best = Math.max(best, l);
    }
    double[] mass = new double[bins.count()];
    double[] bound = new double[bins.count()];
    double sum = 0;
    for (int i = 0; i < mass.length; i++) {
      for (int k = 0; k < BinRule.POINTS; k++) {
        int at = i * BinRule.POINTS + k;
        double w = rule.weight(at) * Math.exp(log[at] - best);
        mass[i] += w;
        bound[i] += w == 0 ? 0 : w * error[at];
      }
      bound[i] = mass[i] == 0 ? 0 : bound[i] / mass[i];
      sum += mass[i];
    }
    for (int i = 0; i < mass.length; i++) {
      mass[i] /= sum;
    }
    return new Masses(bins, mass, Double.POSITIVE_INFINITY, mass, bound);
  }
}
