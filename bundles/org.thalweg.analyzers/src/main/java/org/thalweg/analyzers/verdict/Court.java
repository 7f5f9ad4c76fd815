package org.thalweg.analyzers.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.thalweg.analyzers.floor.FloorWalk;
import org.thalweg.analyzers.marginal.Bins;
import org.thalweg.analyzers.marginal.Masses;
import org.thalweg.analyzers.marginal.Theory;
import org.thalweg.analyzers.observation.Losses;
import org.thalweg.analyzers.report.Columns;
import org.thalweg.api.analysis.Judgement;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Result;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.problem.Problem;

/** Gathers the comparisons of a verdict and judges them together. */
final class Court {
  private final Problem problem;
  private final Optional<Bins> bins;
  private final List<Theory> theories;
  private final List<Optional<String>> objections;
  private final boolean assumed;

  /**
   * A court.
   *
   * @param problem the problem
   * @param bins the bins along axis 0, where it has ends
   * @param theories the predictions, for the noise to believe in
   * @param assumed whether that is another noise than the problem's
   */
  Court(Problem problem, Optional<Bins> bins, List<Theory> theories, boolean assumed) {
    this.problem = problem;
    this.bins = bins;
    this.theories = theories;
    this.objections = theories.stream().map(Theory::objection).toList();
    this.assumed = assumed;
  }

  Report judge(List<Observed> observed, double errorProbability, double resolution) {
    List<Witness> witnesses =
        observed.stream()
            .map(o -> Witness.of(problem, o))
            .filter(w -> w.seen().size() > 0)
            .toList();
    List<Theory> holding = holding();
    Problem believed = holding.isEmpty() ? problem : holding.get(0).problem();
    Optional<FloorWalk> walk =
        stationary(holding).or(() -> steady(witnesses)).flatMap(m -> FloorWalk.of(believed, m));
    Forgetting forgetting = new Forgetting(believed, bins, walk);
    List<Comparison> comparisons = new ArrayList<>();
    PairComparisons pairs = new PairComparisons(problem, bins, forgetting, resolution);
    for (int i = 0; i < witnesses.size(); i++) {
      for (int j = i + 1; j < witnesses.size(); j++) {
        comparisons.addAll(pairs.of(witnesses.get(i), witnesses.get(j)));
      }
    }
    if (!holding.isEmpty()) {
      TheoryComparisons against =
          new TheoryComparisons(believed, bins, forgetting, witnesses, resolution);
      for (Witness w : witnesses) {
        List<Comparison> ofMethod = new ArrayList<>();
        for (Theory t : holding) {
          ofMethod.addAll(against.of(w, t, assumed ? t.id() + " (assumed noise)" : t.id()));
        }
        comparisons.addAll(collapsed(w, ofMethod));
      }
    }
    long made = comparisons.stream().filter(c -> c.obstacle().isEmpty()).count();
    double threshold =
        -new NormalDistribution(null, 0, 1)
            .inverseCumulativeProbability(errorProbability / 2 / Math.max(1, made));
    List<Judgement> judgements =
        comparisons.stream().map(c -> c.judge(threshold, resolution)).toList();
    return new Report(
        List.of(predictions(), walkers(witnesses)),
        List.of(),
        List.of(),
        judgements,
        tally(judgements));
  }

  /** How often each outcome came, exactly. */
  private static List<Result> tally(List<Judgement> judgements) {
    List<Result> results = new ArrayList<>();
    for (Judgement.Outcome outcome : Judgement.Outcome.values()) {
      long number = judgements.stream().filter(j -> j.outcome() == outcome).count();
      String name = outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
      results.add(new Result(name, "", number, 0, ""));
    }
    return results;
  }

  private List<Theory> holding() {
    List<Theory> out = new ArrayList<>();
    for (int i = 0; i < theories.size(); i++) {
      if (objections.get(i).isEmpty()) {
        out.add(theories.get(i));
      }
    }
    return out;
  }

  /** One line instead of many where nothing can be compared. */
  private static List<Comparison> collapsed(Witness w, List<Comparison> comparisons) {
    if (comparisons.size() < 2 || comparisons.stream().anyMatch(c -> c.obstacle().isEmpty())) {
      return comparisons;
    }
    Errors none = new Errors(Double.NaN, 0, 0, 0, 0);
    return List.of(
        new NumberComparison(
            "everything stationary",
            w.id(),
            "all predictions",
            Double.NaN,
            Double.NaN,
            none,
            1,
            "",
            comparisons.get(0).obstacle()));
  }

  /** The best prediction of the marginal along axis 0: the one with the smallest own error. */
  private Optional<Masses> stationary(List<Theory> holding) {
    Optional<Masses> best = Optional.empty();
    for (Theory t : holding) {
      if (bins.isPresent() && t.gives(Quantity.LOG_FLOOR_MARGINAL)) {
        Masses m = t.masses(Theory.CONTINUOUS, bins.get());
        if (best.isEmpty()
            || m.expectation(m.bound()) < best.get().expectation(best.get().bound())) {
          best = Optional.of(m);
        }
      }
    }
    return best;
  }

  /** The marginal of a steady density, where there is one. */
  private Optional<Masses> steady(List<Witness> witnesses) {
    return witnesses.stream()
        .filter(w -> bins.isPresent() && w.steady())
        .map(w -> w.masses(bins.get(), w.last()))
        .findFirst();
  }

  private Table predictions() {
    Columns columns = new Columns(theories.size());
    for (int i = 0; i < theories.size(); i++) {
      Theory t = theories.get(i);
      columns.words("prediction", i, t.id());
      columns.words("quantity", i, t.prediction().quantity().name().toLowerCase(Locale.ROOT));
      columns.words("holds", i, objections.get(i).isEmpty() ? "yes" : "no");
      columns.words("because", i, objections.get(i).orElse(""));
    }
    return columns.table("verdict-predictions", "Which predictions hold for the problem");
  }

  private static Table walkers(List<Witness> witnesses) {
    List<Witness> sampled = witnesses.stream().filter(Witness::sampled).toList();
    Columns columns = new Columns(sampled.size());
    for (int i = 0; i < sampled.size(); i++) {
      Witness w = sampled.get(i);
      Losses l = w.seen().last().losses();
      columns.words("method", i, w.id());
      columns.put("time", "time", i, w.seen().time(w.last()));
      columns.count("walking", i, l.walking());
      columns.count("absorbed", i, l.absorbed());
      columns.count("diverged", i, l.diverged());
    }
    return columns.table("verdict-walkers", "What became of the walkers");
  }
}
