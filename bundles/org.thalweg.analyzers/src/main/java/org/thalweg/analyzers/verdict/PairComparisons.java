package org.thalweg.analyzers.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.thalweg.analyzers.floor.FloorFamily;
import org.thalweg.analyzers.marginal.Bins;
import org.thalweg.analyzers.marginal.Masses;
import org.thalweg.analyzers.observation.Matching;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.ValleyShape;

/**
 * Compares two methods at their last matching save time, or one at its last time with the steady
 * state of the other.
 */
final class PairComparisons {
  private final Problem problem;
  private final Optional<Bins> bins;
  private final double resolution;
  private final StepEffect steps;
  private final Forgetting forgetting;
  private final Optional<FloorFamily> family;

  PairComparisons(Problem problem, Optional<Bins> bins, Forgetting forgetting, double resolution) {
    this.problem = problem;
    this.bins = bins;
    this.resolution = resolution;
    this.steps = new StepEffect(problem);
    this.forgetting = forgetting;
    this.family = bins.flatMap(b -> FloorFamily.of(problem, b));
  }

  /** Two methods at one moment. */
  private record Moment(Witness a, int i, Witness b, int j, Optional<Witness> relaxing) {}

  private String note(Moment m) {
    List<String> parts = new ArrayList<>();
    parts.add(m.a.losses(m.i));
    parts.add(m.b.losses(m.j));
    if (bins.isPresent()) {
      parts.add(m.a.warning(steps, masses(m, true)));
      parts.add(m.b.warning(steps, masses(m, false)));
    }
    if (m.a.dynamics().momentum() != m.b.dynamics().momentum()) {
      parts.add(
          "momentum mu raises the temperature to Delta/(1 - mu) and makes time run 1/(1 - mu) times"
              + " as fast");
    }
    parts.removeIf(String::isEmpty);
    return String.join("; ", parts);
  }

  List<Comparison> of(Witness a, Witness b) {
    Optional<Matching.Pair> match = Matching.last(a.method(), a.seen(), b.method(), b.seen());
    Moment moment;
    if (match.isPresent()) {
      moment = new Moment(a, match.get().left(), b, match.get().right(), Optional.empty());
    } else if (a.steady() != b.steady()) {
      moment = new Moment(a, a.last(), b, b.last(), Optional.of(a.steady() ? b : a));
    } else {
      return List.of(impossible("everything", a, b, Matching.nothing(a.seen(), b.seen())));
    }
    if (momenta(a) != momenta(b) && moment.relaxing.isEmpty()) {
      return List.of(
          impossible(
              "everything",
              a,
              b,
              "momenta run by another clock; compare each with a steady state or a prediction"));
    }
    Optional<String> lost = a.lost(moment.i, resolution).or(() -> b.lost(moment.j, resolution));
    if (lost.isPresent()) {
      return List.of(impossible("everything", a, b, lost.get()));
    }
    List<Comparison> out = new ArrayList<>();
    if (bins.isPresent()) {
      family.ifPresent(f -> out.add(exponent(f, moment)));
      out.add(marginal(moment));
    }
    boolean valley = problem.landscape().valley().isPresent() && problem.dim() == 2;
    int variables = a.seen().at(moment.i).moments().variables();
    for (int c = valley && bins.isPresent() ? 1 : 0; c < variables; c++) {
      if (!valley) {
        out.add(mean(moment, c));
      }
      out.add(variance(moment, c));
    }
    remaining(moment).ifPresent(out::add);
    return out;
  }

  private static boolean momenta(Witness w) {
    return w.dynamics().kind() == Dynamics.Kind.UNDERDAMPED_LANGEVIN;
  }

  private static Comparison impossible(String what, Witness a, Witness b, String why) {
    Errors none = new Errors(Double.NaN, 0, 0, 0, 0);
    return new NumberComparison(
        what, a.id(), b.id(), Double.NaN, Double.NaN, none, 1, "", Optional.of(why));
  }

  private Masses masses(Moment m, boolean left) {
    return left ? m.a.masses(bins.get(), m.i) : m.b.masses(bins.get(), m.j);
  }

  private double[] stepBound(Moment m, boolean left, Masses masses) {
    Witness w = left ? m.a : m.b;
    int i = left ? m.i : m.j;
    double[] bound = steps.alongFloor(w.dynamics(), masses, w.typical(i));
    double mean = moving(m, left, w.motionOfMean(0, i));
    double variance = moving(m, left, w.motionOfVariance(0, i));
    double[] moved = StepEffect.moved(masses, mean, variance);
    for (int b = 0; b < bound.length; b++) {
      bound[b] += moved[b];
    }
    return bound;
  }

  /** The bound on what steps change in a number that still moves. */
  private double moving(Moment m, boolean left, double motion) {
    Witness w = left ? m.a : m.b;
    int i = left ? m.i : m.j;
    return steps.moving(w.dynamics(), w.typical(i), w.typicalBefore(i), motion);
  }

  private static Relaxation.State state(
      Moment m,
      Relaxation.Statistic statistic,
      Function<Witness, Optional<Decay>> decay,
      double tolerable) {
    return m.relaxing
        .map(w -> Relaxation.of(w, List.of(m.a, m.b), statistic, decay.apply(w), tolerable))
        .orElse(Relaxation.State.FORGOTTEN);
  }

  private Comparison exponent(FloorFamily f, Moment m) {
    Masses left = masses(m, true);
    Masses right = masses(m, false);
    FloorFamily.Fit a = f.fit(left);
    FloorFamily.Fit b = f.fit(right);
    double[] influence = f.influence(b.kappa());
    double allowed =
        weigh(right, influence, stepBound(m, true, left))
            + weigh(right, influence, stepBound(m, false, right));
    double scale = Math.max(1, Math.abs(b.kappa()));
    Relaxation.State state =
        state(
            m,
            (w, i) -> w.mean(bins.get(), influence, i),
            w -> forgetting.mean(w, influence),
            resolution * scale);
    Errors errors =
        new Errors(
            Math.hypot(a.sampling(), b.sampling()),
            a.bound() + b.bound(),
            0,
            allowed,
            state.residual());
    return new NumberComparison(
        "exponent kappa of the marginal",
        m.a.id(),
        m.b.id(),
        a.kappa(),
        b.kappa(),
        errors,
        scale,
        note(m),
        state.obstacle());
  }

  /** The sum over bins of m_i |f_i| e_i. */
  static double weigh(Masses masses, double[] f, double[] e) {
    double sum = 0;
    for (int i = 0; i < f.length; i++) {
      sum += masses.mass()[i] == 0 ? 0 : masses.mass()[i] * Math.abs(f[i]) * e[i];
    }
    return sum;
  }

  private Comparison marginal(Moment m) {
    Masses left = masses(m, true);
    Masses right = masses(m, false);
    Relaxation.State state =
        state(
            m,
            // From the partner of the one that relaxes, whoever is asked: the partner is at zero.
            (w, i) -> w.distance(bins.get(), masses(m, m.relaxing.orElseThrow() != m.a), i),
            forgetting::totalVariation,
            resolution);
    return new MarginalComparison(
        m.a.id(),
        m.b.id(),
        left.with(stepBound(m, true, left)),
        right.with(stepBound(m, false, right)).with(2 * state.residual()),
        note(m),
        state.obstacle());
  }

  private Comparison mean(Moment m, int c) {
    Relaxation.Reading a = m.a.mean(c, m.i);
    Relaxation.Reading b = m.b.mean(c, m.j);
    double sd = Math.sqrt(m.b.variance(c, m.j).value());
    double allowed = allowedMean(m, true, c, sd) + allowedMean(m, false, c, sd);
    Relaxation.State state =
        state(m, (w, i) -> w.mean(c, i), w -> forgetting.mean(w, c), resolution * sd);
    return number(m, "mean of x" + c, a, b, allowed, sd, state);
  }

  private double allowedMean(Moment m, boolean left, int c, double sd) {
    Witness w = left ? m.a : m.b;
    int i = left ? m.i : m.j;
    double[] typical = w.typical(i);
    if (c > 0 || bins.isEmpty() || problem.dim() > 1) {
      return steps.mean(w.dynamics(), typical, sd) + moving(m, left, w.motionOfMean(c, i));
    }
    Masses masses = masses(m, left);
    double[] x = masses.bins().centres();
    for (int b = 0; b < x.length; b++) {
      x[b] -= typical[0];
    }
    return weigh(masses, x, stepBound(m, left, masses));
  }

  private Comparison variance(Moment m, int c) {
    Relaxation.Reading a = m.a.variance(c, m.i);
    Relaxation.Reading b = m.b.variance(c, m.j);
    double allowed =
        allowedVariance(m, true, c, a.value()) + allowedVariance(m, false, c, b.value());
    Relaxation.State state =
        state(
            m, (w, i) -> w.variance(c, i), w -> forgetting.variance(w, c), resolution * b.value());
    return number(m, "variance of x" + c, a, b, allowed, b.value(), state);
  }

  /**
   * What steps add to a variance: the last step's own noise, what it still moves, and in a valley
   * the moved marginal.
   */
  private double allowedVariance(Moment m, boolean left, int c, double variance) {
    Witness w = left ? m.a : m.b;
    int at = left ? m.i : m.j;
    double own =
        steps.variance(w.dynamics(), c, w.typical(at), variance)
            + moving(m, left, w.motionOfVariance(c, at));
    Optional<ValleyShape> valley = problem.landscape().valley();
    if (bins.isEmpty() || valley.isEmpty() || problem.dim() != 2 || c != 1) {
      return own;
    }
    Masses masses = masses(m, left);
    double[] width = new double[masses.mass().length];
    for (int i = 0; i < width.length; i++) {
      width[i] = 1 / valley.get().curvature(masses.bins().centre(i));
    }
    double mean = masses.expectation(width);
    for (int i = 0; i < width.length; i++) {
      width[i] = width[i] / mean - 1;
    }
    return own + variance * weigh(masses, width, stepBound(m, left, masses));
  }

  private Comparison number(
      Moment m,
      String quantity,
      Relaxation.Reading a,
      Relaxation.Reading b,
      double allowed,
      double scale,
      Relaxation.State state) {
    Errors errors =
        new Errors(
            Math.hypot(a.sampling(), b.sampling()),
            a.bound() + b.bound(),
            0,
            allowed,
            state.residual());
    return new NumberComparison(
        quantity,
        m.a.id(),
        m.b.id(),
        a.value(),
        b.value(),
        errors,
        scale,
        note(m),
        state.obstacle());
  }

  /** Compares what has not been absorbed, where anything has. */
  private Optional<Comparison> remaining(Moment m) {
    Relaxation.Reading a = m.a.remaining(m.i);
    Relaxation.Reading b = m.b.remaining(m.j);
    if (a.value() > 1 - 1e-6 && b.value() > 1 - 1e-6) {
      return Optional.empty();
    }
    double end = m.a.seen().time(m.i);
    double missed = end > 0 ? missed(m.a, m.i, end) + missed(m.b, m.j, end) : 0;
    return Optional.of(
        number(
            m,
            "part not absorbed",
            a,
            b,
            missed,
            Math.max(b.value(), 1e-12),
            Relaxation.State.FORGOTTEN));
  }

  /** How much of the part that is left the walkers owe to crossings that no step has seen. */
  private double missed(Witness w, int i, double end) {
    double part = w.remaining(i).value();
    double gone = part > 0 ? -part * Math.log(part) : 0;
    return gone * new Crossing(problem).relative(w.dynamics(), w.typical(i), end);
  }
}
