package org.thalweg.analyzers.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.thalweg.analyzers.marginal.Masses;
import org.thalweg.analyzers.report.Words;
import org.thalweg.api.analysis.Judgement;
import org.thalweg.api.analysis.Judgement.Outcome;

/**
 * Compares two marginals: Pearson's chi-square over bins of what differs beyond the bounds on other
 * errors than sampling; neighbouring bins are merged until each expects at least ten walkers and a
 * thirtieth of all. Between two that were not sampled the total variation is held against the bound
 * that the errors allow.
 *
 * <p>A bound is not added to the variance: many walkers would then find any two marginals different
 * that are as far apart as their bounds allow, for the bounds of neighbouring bins are of one sign.
 *
 * @param left the method judged
 * @param right what it is judged against
 * @param a the method's probabilities
 * @param b the other's
 * @param note what should be known too, empty for nothing
 * @param obstacle why they cannot be compared
 */
record MarginalComparison(
    String left, String right, Masses a, Masses b, String note, Optional<String> obstacle)
    implements Comparison {
  static final String QUANTITY = "marginal along axis 0";

  private static final double FEWEST = 10;
  private static final double MOST_BINS = 30;
  private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

  /**
   * One merged bin: the difference of probabilities, their pool, the inverse number of samples, the
   * bound on the difference.
   */
  private record Cell(double difference, double pooled, double perSample, double bound) {
    double variance() {
      return pooled * (1 - pooled) * perSample + bound * bound / 3;
    }

    /** Its part of Pearson's sum, whose cells share their total. */
    double chi() {
      double excess = Math.max(0, Math.abs(difference) - bound);
      return excess == 0 ? 0 : excess * excess / (pooled * perSample);
    }
  }

  @Override
  public Judgement judge(double threshold, double resolution) {
    if (obstacle.isPresent()) {
      return judgement(
          Outcome.NOT_COMPARABLE,
          Double.NaN,
          Double.NaN,
          Double.NaN,
          "not comparable because " + obstacle.get());
    }
    double perSample = 1 / a.samples() + 1 / b.samples();
    List<Cell> cells = cells(perSample);
    double distance = 0;
    double underNull = 0;
    double spread = 0;
    double chi = 0;
    double bound = 0;
    for (Cell c : cells) {
      distance += Math.abs(c.difference) / 2;
      bound += c.bound / 2;
      underNull += Math.sqrt(c.variance() / (2 * Math.PI));
      spread += c.variance() * (1 - 2 / Math.PI) / 4;
      chi += perSample == 0 ? 0 : c.chi();
    }
    double error = Math.sqrt(spread);
    if (Double.isNaN(distance)) {
      return judgement(
          Outcome.NOT_COMPARABLE,
          distance,
          underNull,
          error,
          "not comparable because a marginal is not finite");
    }
    if (Double.isNaN(error)) {
      return judgement(
          Outcome.CANNOT_TELL,
          distance,
          underNull,
          error,
          "cannot tell: total variation "
              + Words.number(distance)
              + (a.errorKnown() && b.errorKnown()
                  ? ", its error is not known"
                  : ", the error of the grid is not known (no coarse grid)"));
    }
    return perSample == 0
        ? computed(distance, bound, resolution)
        : sampled(cells.size(), chi, distance, underNull, error, threshold, resolution);
  }

  private Judgement computed(double distance, double bound, double resolution) {
    boolean agree = distance <= bound + 1e-9;
    boolean sharp = bound <= resolution;
    Outcome outcome = !agree ? Outcome.DIFFER : sharp ? Outcome.AGREE : Outcome.CANNOT_TELL;
    String words =
        (!agree ? "differ by " : sharp ? "agree: " : "cannot tell: ")
            + "total variation "
            + Words.number(distance)
            + ", errors allow "
            + Words.rough(bound);
    return judgement(outcome, distance, 0, bound / Math.sqrt(3), words);
  }

  private Judgement sampled(
      int bins,
      double chi,
      double distance,
      double underNull,
      double error,
      double threshold,
      double resolution) {
    if (bins < 2) {
      return judgement(
          Outcome.CANNOT_TELL,
          distance,
          underNull,
          error,
          "cannot tell at this size: too few walkers for two bins");
    }
    double p = 1 - new ChiSquaredDistribution(null, bins - 1).cumulativeProbability(chi);
    double least = 2 * NORMAL.cumulativeProbability(-threshold);
    boolean differ = p < least;
    boolean sharp = underNull <= resolution;
    Outcome outcome = differ ? Outcome.DIFFER : sharp ? Outcome.AGREE : Outcome.CANNOT_TELL;
    String start =
        differ
            ? "differ by total variation "
                + Words.number(distance - underNull)
                + " beyond noise ("
                + Words.rough((distance - underNull) / error)
                + " standard errors): "
            : sharp ? "agree: " : "cannot tell at this size: ";
    String words =
        start
            + "total variation "
            + Words.number(distance)
            + ", errors alone give "
            + Words.rough(underNull)
            + "; beyond bounds chi-square "
            + Words.number(chi)
            + " for "
            + (bins - 1)
            + " degrees, p = "
            + Words.rough(p);
    return judgement(outcome, distance, underNull, error, words);
  }

  private Judgement judgement(
      Outcome outcome, double value, double expected, double error, String words) {
    return new Judgement(
        QUANTITY,
        left,
        right,
        outcome,
        value,
        expected,
        error,
        note.isEmpty() ? words : words + "; " + note);
  }

  private List<Cell> cells(double perSample) {
    double enough = perSample == 0 ? 0 : Math.max(FEWEST, 1 / perSample / MOST_BINS);
    double weight = Double.isInfinite(a.samples()) ? 1 : 0;
    if (!Double.isInfinite(a.samples()) && !Double.isInfinite(b.samples())) {
      weight = a.samples() / (a.samples() + b.samples());
    }
    List<double[]> merged = new ArrayList<>();
    double[] open = new double[3];
    for (int i = 0; i < a.mass().length; i++) {
      open[0] += a.mass()[i] - b.mass()[i];
      open[1] += weight * a.mass()[i] + (1 - weight) * b.mass()[i];
      open[2] += a.bound(i) + b.bound(i);
      if (perSample == 0 || open[1] / perSample >= enough) {
        merged.add(open);
        open = new double[3];
      }
    }
    if (merged.isEmpty()) {
      merged.add(open);
    } else {
      double[] last = merged.get(merged.size() - 1);
      for (int k = 0; k < 3; k++) {
        last[k] += open[k];
      }
    }
    return merged.stream().map(m -> new Cell(m[0], m[1], perSample, m[2])).toList();
  }
}
