package org.thalweg.analyzers.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.thalweg.analyzers.floor.FloorFamily;
import org.thalweg.analyzers.marginal.Bins;
import org.thalweg.analyzers.marginal.Masses;
import org.thalweg.analyzers.marginal.Theory;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.problem.Problem;

/**
 * Compares methods, where they have forgotten their start, with predictions of what is stationary.
 */
final class TheoryComparisons {
  private final Problem believed;
  private final Optional<Bins> bins;
  private final List<Witness> witnesses;
  private final double resolution;
  private final Forgetting forgetting;
  private final StepEffect steps;
  private final Optional<FloorFamily> family;

  TheoryComparisons(
      Problem believed,
      Optional<Bins> bins,
      Forgetting forgetting,
      List<Witness> witnesses,
      double resolution) {
    this.believed = believed;
    this.bins = bins;
    this.witnesses = witnesses;
    this.resolution = resolution;
    this.forgetting = forgetting;
    this.steps = new StepEffect(believed);
    this.family = bins.flatMap(b -> FloorFamily.of(believed, b));
  }

  List<Comparison> of(Witness w, Theory t, String label) {
    return switch (t.prediction().quantity()) {
      case LOG_FLOOR_MARGINAL -> marginal(w, t, label);
      case EFFECTIVE_LOSS -> slope(w, t, label);
      case VARIANCE -> variances(w, t, label);
      default -> List.of();
    };
  }

  private List<Comparison> marginal(Witness w, Theory t, String label) {
    Optional<String> lost = w.lost(w.last(), resolution);
    if (lost.isPresent()) {
      return List.of(impossible(MarginalComparison.QUANTITY, w, label, lost.get()));
    }
    if (bins.isEmpty()) {
      return List.of(impossible(MarginalComparison.QUANTITY, w, label, Bins.noEnds(0)));
    }
    Masses expected = t.masses(w.dynamics(), bins.get());
    Masses masses = w.masses(bins.get(), w.last());
    List<Comparison> out = new ArrayList<>();
    if (family.isPresent()) {
      out.add(exponent(family.get(), w, label, "exponent kappa of the marginal", expected, 0, 1));
    }
    Relaxation.State state =
        state(
            w,
            (one, i) -> one.distance(bins.get(), expected, i),
            forgetting.totalVariation(w),
            resolution);
    out.add(
        new MarginalComparison(
            w.id(), label, masses, expected.with(2 * state.residual()), note(w), state.obstacle()));
    return out;
  }

  private List<Comparison> slope(Witness w, Theory t, String label) {
    String quantity = "slope of L_SGD against ln F";
    if (family.isEmpty()) {
      String why = bins.isEmpty() ? Bins.noEnds(0) : "the valley is equally flat everywhere";
      return List.of(impossible(quantity, w, label, why));
    }
    Optional<String> lost = w.lost(w.last(), resolution);
    if (lost.isPresent()) {
      return List.of(impossible(quantity, w, label, lost.get()));
    }
    double delta = Theory.temperature(believed, w.dynamics()).orElseThrow();
    Masses expected = t.masses(w.dynamics(), bins.get());
    return List.of(exponent(family.get(), w, label, quantity, expected, delta, -delta));
  }

  /** Compares exponents as offset + factor kappa: the exponent itself, or the slope of L_SGD. */
  private Comparison exponent(
      FloorFamily f,
      Witness w,
      String label,
      String quantity,
      Masses expected,
      double offset,
      double factor) {
    FloorFamily.Fit measured = f.fit(w.masses(bins.get(), w.last()));
    FloorFamily.Fit predicted = f.fit(expected);
    double[] influence = f.influence(predicted.kappa());
    double scale = Math.max(1, Math.abs(predicted.kappa()));
    Relaxation.State state =
        state(
            w,
            (one, i) -> one.mean(bins.get(), influence, i),
            forgetting.mean(w, influence),
            resolution * scale);
    Errors errors =
        new Errors(measured.sampling(), measured.bound(), predicted.bound(), 0, state.residual());
    return new NumberComparison(
        quantity,
        w.id(),
        label,
        offset + factor * measured.kappa(),
        offset + factor * predicted.kappa(),
        errors.times(factor),
        Math.abs(factor) * scale,
        note(w),
        state.obstacle());
  }

  private List<Comparison> variances(Witness w, Theory t, String label) {
    int variables = w.seen().last().moments().variables();
    Optional<String> lost = w.lost(w.last(), resolution);
    if (lost.isPresent()) {
      return List.of(impossible("variances", w, label, lost.get()));
    }
    int[] axes = IntStream.range(0, variables).toArray();
    Estimate[] predicted = t.at(w.dynamics(), Question.Of.steady(axes));
    List<Comparison> out = new ArrayList<>();
    for (int c = 0; c < variables; c++) {
      int coordinate = c;
      Relaxation.Reading measured = w.variance(c, w.last());
      double scale = predicted[c].value();
      Relaxation.State state =
          state(
              w,
              (one, i) -> one.variance(coordinate, i),
              forgetting.variance(w, c),
              resolution * scale);
      out.add(
          new NumberComparison(
              "variance of x" + c,
              w.id(),
              label,
              measured.value(),
              scale,
              new Errors(
                  measured.sampling(), measured.bound(), predicted[c].error(), 0, state.residual()),
              scale,
              note(w),
              state.obstacle()));
    }
    return out;
  }

  private Relaxation.State state(
      Witness w, Relaxation.Statistic statistic, Optional<Decay> decay, double tolerable) {
    return Relaxation.of(w, witnesses, statistic, decay, tolerable);
  }

  private String note(Witness w) {
    List<String> parts = new ArrayList<>();
    parts.add(w.losses(w.last()));
    bins.ifPresent(b -> parts.add(w.warning(steps, w.masses(b, w.last()))));
    parts.removeIf(String::isEmpty);
    return String.join("; ", parts);
  }

  private static Comparison impossible(String what, Witness w, String label, String why) {
    Errors none = new Errors(Double.NaN, 0, 0, 0, 0);
    return new NumberComparison(
        what, w.id(), label, Double.NaN, Double.NaN, none, 1, "", Optional.of(why));
  }
}
