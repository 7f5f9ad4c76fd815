package org.thalweg.analyzers.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.thalweg.analyzers.report.Words;
import org.thalweg.analyzers.verdict.Errors;
import org.thalweg.analyzers.verdict.NumberComparison;
import org.thalweg.analyzers.verdict.StepEffect;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Judgement;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.analysis.Region;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Problem;

/**
 * Judges mean times and probabilities of passage of methods and predictions against each other, as
 * a verdict does: all comparisons share one error probability.
 *
 * <p>Walkers that have not passed at the horizon would pass later; their later times are taken as
 * exponential at the rate of the second half of the horizon, and all that this adds to the mean
 * counts as a bound on its error. Of finite steps it counts what moving bounds between looks
 * changes (wholly for discrete SGD, and its square over the time where bounds have been moved), and
 * h Lambda / 2 of the time, the size of what steps change in the dynamics at the start.
 */
final class PassageCourt {
  private static final double ERROR_PROBABILITY = 0.01;
  private static final double RESOLUTION = 0.05;
  private static final int FEW = 10;

  /** One side of a comparison. */
  private record Claim(
      String id, double value, Errors errors, String note, Optional<String> obstacle) {}

  private final Problem problem;
  private final Targets targets;
  private final List<Prediction> predictions;
  private final Optional<StartPlaces> remembered;

  PassageCourt(
      Problem problem,
      Targets targets,
      List<Prediction> predictions,
      Optional<StartPlaces> remembered) {
    this.problem = problem;
    this.targets = targets;
    this.predictions = predictions;
    this.remembered = remembered;
  }

  List<Judgement> judge(List<Passages> walkers, List<DensityPassages> densities) {
    List<NumberComparison> comparisons = new ArrayList<>();
    List<Claim> times = new ArrayList<>();
    walkers.forEach(p -> times.add(time(p)));
    densities.forEach(d -> times.add(time(d)));
    pairs(times, "mean first-passage time", true, comparisons);
    for (Prediction p : predictions) {
      if (p.quantity() == Quantity.PASSAGE_TIME && p.objection(problem).isEmpty()) {
        for (int i = 0; i < times.size(); i++) {
          MethodInfo method =
              i < walkers.size()
                  ? walkers.get(i).method()
                  : densities.get(i - walkers.size()).method();
          comparisons.add(
              compare(times.get(i), predicted(p, method), "mean first-passage time", true));
        }
      }
    }
    for (int g = 0; targets.names().size() > 1 && g < targets.names().size(); g++) {
      List<Claim> parts = new ArrayList<>();
      for (Passages p : walkers) {
        parts.add(part(p, g));
      }
      for (DensityPassages d : densities) {
        Estimate e = d.fields().hitting(g, remembered);
        parts.add(
            new Claim(
                d.method().id(),
                e.value(),
                new Errors(0, e.error(), 0, 0, 0),
                "",
                failure(d.fields())));
      }
      pairs(
          parts,
          "probability of being in " + targets.names().get(g) + " first",
          false,
          comparisons);
    }
    long made = comparisons.stream().filter(c -> c.obstacle().isEmpty()).count();
    double threshold =
        -new NormalDistribution(null, 0, 1)
            .inverseCumulativeProbability(ERROR_PROBABILITY / 2 / Math.max(1, made));
    return comparisons.stream().map(c -> c.judge(threshold, RESOLUTION)).toList();
  }

  private static void pairs(
      List<Claim> claims, String quantity, boolean relative, List<NumberComparison> out) {
    for (int i = 0; i < claims.size(); i++) {
      for (int j = i + 1; j < claims.size(); j++) {
        out.add(compare(claims.get(i), claims.get(j), quantity, relative));
      }
    }
  }

  private static NumberComparison compare(
      Claim left, Claim right, String quantity, boolean relative) {
    List<String> notes = new ArrayList<>(List.of(left.note(), right.note()));
    notes.removeIf(String::isEmpty);
    return new NumberComparison(
        quantity,
        left.id(),
        right.id(),
        left.value(),
        right.value(),
        left.errors().and(right.errors()),
        relative ? Math.abs(right.value()) : 1,
        String.join("; ", notes),
        left.obstacle().or(right::obstacle));
  }

  private Claim time(Passages p) {
    Survival s = p.byTime();
    Estimate restricted = s.restrictedMean();
    double left = s.alive(s.size() - 1);
    double tail = 0;
    String note = "";
    if (!s.complete() && left > 0) {
      PoissonRate late = s.rateAfter(s.end() / 2);
      tail = late.events() < FEW ? Double.NaN : left / late.value();
      note =
          Words.percent(left)
              + " of "
              + p.method().id()
              + " had not passed at the horizon, which is taken to add "
              + Words.number(tail);
    }
    double mean = restricted.value() + tail;
    double late = p.betweenSteps();
    boolean moved = p.seen().continuous();
    double steps = (moved ? late * late / mean : late) + relative(p.method().dynamics()) * mean;
    double sampling = Double.isNaN(tail) ? Double.NaN : restricted.error();
    return new Claim(
        p.method().id(), mean, new Errors(sampling, 0, 0, steps, 0, tail), note, obstacle(p));
  }

  private Optional<String> obstacle(Passages p) {
    Dynamics dynamics = p.method().dynamics();
    if (dynamics.kind() == Dynamics.Kind.UNDERDAMPED_LANGEVIN || dynamics.momentum() > 0) {
      return Optional.of(p.method().id() + " has momenta, and with them another clock");
    }
    boolean absorbing =
        problem.domain().stream()
            .anyMatch(a -> a.lower() == Edge.ABSORBING || a.upper() == Edge.ABSORBING);
    if (absorbing && p.seen().count(PassageRecorder.ABSORBED) > 0) {
      return Optional.of(
          "walkers of "
              + p.method().id()
              + " that leave through absorbing edges are lost from sight, while paths of a density"
              + " end there");
    }
    if (p.seen().diverged() > 0) {
      return Optional.of(p.seen().diverged() + " walkers of " + p.method().id() + " diverged");
    }
    return p.byTime().events() == 0
        ? Optional.of("nobody of " + p.method().id() + " has passed")
        : Optional.empty();
  }

  /** h Lambda / 2 at the start. */
  private double relative(Dynamics dynamics) {
    return StartPlaces.point(problem)
        .or(() -> remembered.map(StartPlaces::mean))
        .map(x -> new StepEffect(problem).relative(dynamics, x))
        .orElse(0.0);
  }

  private Claim part(Passages p, int group) {
    Survival s = p.byTime();
    Proportion part = Proportion.of(p.seen().count((byte) group), Math.max(1, s.events()));
    double out = s.complete() ? 0 : s.alive(s.size() - 1);
    return new Claim(
        p.method().id(),
        part.value(),
        new Errors(part.error(), 0, 0, relative(p.method().dynamics()), 0, out),
        "",
        obstacle(p));
  }

  private Claim time(DensityPassages d) {
    Estimate mean = d.fields().mean(remembered);
    return new Claim(
        d.method().id(),
        mean.value(),
        new Errors(0, mean.error(), 0, 0, 0),
        "",
        failure(d.fields()));
  }

  private static Optional<String> failure(PassageFields fields) {
    return fields.failure().isEmpty() ? Optional.empty() : Optional.of(fields.failure());
  }

  private Claim predicted(Prediction p, MethodInfo method) {
    Errors none = new Errors(0, 0, Double.NaN, 0, 0);
    Optional<double[]> from = StartPlaces.point(problem);
    List<Region> regions = targets.regions();
    if (from.isEmpty() || regions.size() != 1) {
      String why =
          from.isEmpty()
              ? "predictions are of passages from one point, and the start is none"
              : "predictions are of passages into one region, and there are " + regions.size();
      return new Claim(p.id(), Double.NaN, none, "", Optional.of(why));
    }
    Question.Passage question = new Question.Passage(from.get(), regions.get(0));
    Optional<String> objection = p.objection(problem, question);
    if (objection.isPresent()) {
      return new Claim(p.id(), Double.NaN, none, "", objection);
    }
    Estimate e = p.evaluate(problem, method.dynamics(), question)[0];
    return new Claim(p.id(), e.value(), new Errors(0, 0, e.error(), 0, 0), "", Optional.empty());
  }
}
