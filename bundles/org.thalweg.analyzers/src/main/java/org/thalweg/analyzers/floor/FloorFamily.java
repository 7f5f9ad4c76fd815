package org.thalweg.analyzers.floor;

import java.util.Optional;
import org.thalweg.analyzers.marginal.BinRule;
import org.thalweg.analyzers.marginal.Bins;
import org.thalweg.analyzers.marginal.Bounds;
import org.thalweg.analyzers.marginal.FloorDiffusion;
import org.thalweg.analyzers.marginal.Masses;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.ValleyShape;

/**
 * The family of marginals p ~ D_y^-1 exp(kappa S(x)), S = ln F - Int L0'/D_y dx, to which S1's
 * stationary marginal belongs, and the maximum-likelihood estimate of its exponent kappa from
 * probabilities of bins.
 *
 * <p>The probabilities of bins are integrated over the bins, so that binning makes no bias. With N
 * walkers the variance of the estimate is {@code <s^2> / (N I^2)}, s the score of a bin and I its
 * variance in the family (the sandwich form, which holds also when no member is exact).
 */
public final class FloorFamily {
  private static final double LARGEST = 1e4;

  private final Bins bins;
  private final BinRule rule;
  private final double[] base;
  private final double[] tilt;

  private FloorFamily(Bins bins, BinRule rule, double[] base, double[] tilt) {
    this.bins = bins;
    this.rule = rule;
    this.base = base;
    this.tilt = tilt;
  }

  /**
   * The family of a valley.
   *
   * @param problem the problem, with the noise to believe in
   * @param bins the bins
   * @return the family, or empty if the landscape is no valley or is equally flat everywhere
   */
  public static Optional<FloorFamily> of(Problem problem, Bins bins) {
    Optional<ValleyShape> valley = problem.landscape().valley();
    if (valley.isEmpty() || problem.dim() != 2) {
      return Optional.empty();
    }
    // Noise that does not act along the floor has no such marginal; ln F alone is a statistic
    // still.
    Optional<FloorDiffusion> floor = FloorDiffusion.of(problem).filter(d -> d.positive(bins));
    BinRule rule = new BinRule(bins);
    double[] x = rule.places();
    double[] base = new double[x.length];
    double[] tilt = new double[x.length];
    double fallen = 0;
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < x.length; i++) {
      if (floor.isPresent()) {
        base[i] = -Math.log(floor.get().across(x[i]));
        if (i > 0) {
          // Between neighbouring points D_y hardly changes, while L0 itself is exact.
          double between = floor.get().across((x[i] + x[i - 1]) / 2);
          fallen += (valley.get().floor(x[i]) - valley.get().floor(x[i - 1])) / between;
        }
      }
      tilt[i] = valley.get().logFlatness(x[i]) - fallen;
      low = Math.min(low, tilt[i]);
      high = Math.max(high, tilt[i]);
    }
    return high - low > 1e-9 && !Double.isInfinite(high - low)
        ? Optional.of(new FloorFamily(bins, rule, base, tilt))
        : Optional.empty();
  }

  BinRule rule() {
    return rule;
  }

  /** A member, with the mean of S in every bin. */
  private record Member(double[] mass, double[] means, double mean, double variance) {}

  private Member member(double kappa) {
    double best = Double.NEGATIVE_INFINITY;
    double[] log = new double[tilt.length];
    for (int i = 0; i < log.length; i++) {
      log[i] = base[i] + kappa * tilt[i];
      best = Math.max(best, log[i]);
    }
    double[] mass = new double[bins.count()];
    double[] means = new double[bins.count()];
    double sum = 0;
    for (int b = 0; b < mass.length; b++) {
      double here = Double.NEGATIVE_INFINITY;
      for (int k = 0; k < BinRule.POINTS; k++) {
        here = Math.max(here, log[b * BinRule.POINTS + k]);
      }
      double part = 0;
      for (int k = 0; k < BinRule.POINTS; k++) {
        int at = b * BinRule.POINTS + k;
        double w = rule.weight(at) * Math.exp(log[at] - here);
        part += w;
        means[b] += w * tilt[at];
      }
      means[b] /= part;
      mass[b] = part * Math.exp(here - best);
      sum += mass[b];
    }
    double mean = 0;
    double square = 0;
    for (int b = 0; b < mass.length; b++) {
      mass[b] /= sum;
      mean += mass[b] * means[b];
      square += mass[b] * means[b] * means[b];
    }
    return new Member(mass, means, mean, square - mean * mean);
  }

  /**
   * The probabilities of the bins for an exponent.
   *
   * @param kappa the exponent
   * @return the probabilities
   */
  Masses masses(double kappa) {
    double[] mass = member(kappa).mass();
    return Masses.computed(bins, mass, mass);
  }

  /**
   * The most likely exponent: the score, the sum over bins of m_i ({@code <S>_i - <S>}), falls with
   * kappa and is brought to zero by Newton's method kept inside a bracket.
   *
   * @param mass the probabilities of the bins
   * @return kappa, or not-a-number where it lies beyond all sense
   */
  double exponent(double[] mass) {
    double low = -LARGEST;
    double high = LARGEST;
    double kappa = 0;
    for (int i = 0; i < 200; i++) {
      Member m = member(kappa);
      double score = -m.mean();
      for (int b = 0; b < mass.length; b++) {
        score += mass[b] * m.means()[b];
      }
      if (Double.isNaN(score)) {
        return Double.NaN;
      }
      if (score > 0) {
        low = kappa;
      } else {
        high = kappa;
      }
      double next = kappa + score / m.variance();
      if (!(next > low && next < high) || i > 60) {
        next = (low + high) / 2;
      }
      if (Math.abs(next - kappa) < 1e-12 * Math.max(1, Math.abs(kappa))) {
        return next;
      }
      kappa = next;
    }
    return Math.abs(kappa) > 0.9 * LARGEST ? Double.NaN : kappa;
  }

  /**
   * How much the exponent moves with the probability of each bin.
   *
   * @param kappa the exponent
   * @return d kappa / d m_i, of mean zero
   */
  public double[] influence(double kappa) {
    Member m = member(kappa);
    double[] out = new double[bins.count()];
    for (int b = 0; b < out.length; b++) {
      out[b] = (m.means()[b] - m.mean()) / m.variance();
    }
    return out;
  }

  /**
   * The mean of S in every bin, at an exponent.
   *
   * @param kappa the exponent
   * @return the means
   */
  double[] statistic(double kappa) {
    return member(kappa).means();
  }

  /** The exponent of probabilities, with its sampling error and the bound on its other errors. */
  public Fit fit(Masses masses) {
    double kappa = exponent(masses.mass());
    double[] influence = influence(kappa);
    double square = 0;
    double bound = Math.abs(kappa - exponent(masses.other()));
    for (int b = 0; b < influence.length; b++) {
      square += masses.mass()[b] * influence[b] * influence[b];
      bound += masses.mass()[b] * Math.abs(influence[b]) * masses.bound()[b];
    }
    return new Fit(kappa, Math.sqrt(square / masses.samples()), bound);
  }

  /**
   * A fitted exponent.
   *
   * @param kappa the exponent
   * @param sampling its standard error from sampling
   * @param bound the bound on its other errors
   */
  public record Fit(double kappa, double sampling, double bound) {
    /** The exponent with one combined error. */
    Estimate estimate() {
      return new Estimate(kappa, Bounds.combine(sampling, bound));
    }
  }
}
