package org.thalweg.theory;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Problem;

/**
 * The mean time of passage along a valley's floor by quadrature, {@code T = Int_x0^xf dz (p D_x)^-1
 * Int^z p} with paths that turn at the other end, or that pass at both, p the leading-order
 * marginal; for constant D (kappa/Delta) Int dz p^-1 Int p, S1.
 *
 * <p>Steps of length h change the drift as they do the variance of y, which is in the value. The
 * error is what the first order in eps changes and half of the mean of eps on the way, and the
 * shift of the start while y relaxes from where paths begin, (lambda'/(4 lambda)) (y0^2 -
 * D_y/lambda). With momentum, which has another clock, it is not known.
 */
@Plugin(
    id = "valley-passage-time",
    doc = "Mean first-passage time along a valley's floor, by quadrature",
    ref = "Adiabatic elimination of y; Gardiner, Stochastic Methods, 2009")
@Component
public final class ValleyPassageTime implements Prediction {
  @Override
  public String id() {
    return "valley-passage-time";
  }

  @Override
  public Quantity quantity() {
    return Quantity.PASSAGE_TIME;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    return Checked.objection(problem);
  }

  @Override
  public Optional<String> objection(Problem problem, Question question) {
    try {
      interval(Checked.profile(problem), problem, (Question.Passage) question);
      return Optional.empty();
    } catch (OutOfValidity e) {
      return Optional.of(e.getMessage());
    }
  }

  private static PassageInterval interval(Profile p, Problem problem, Question.Passage passage)
      throws OutOfValidity {
    double start = passage.from()[0];
    if (p.power() != 0 && !(start >= p.from() && start <= p.to())) {
      throw new OutOfValidity("paths begin where the steady state has no probability");
    }
    return PassageInterval.of(passage.region(), problem.domain().get(0), start, p.from(), p.to());
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    Question.Passage passage = (Question.Passage) question;
    Corrections c = Corrections.of(Checked.profile(problem), dynamics);
    Profile p = c.profile();
    PassageInterval stretch;
    try {
      stretch = interval(p, problem, passage);
    } catch (OutOfValidity e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    DoubleUnaryOperator along = x -> p.strength(x) / p.kappa();
    DoubleUnaryOperator steps = x -> c.logMarginal(x) + c.step(x);
    double time = stretch.meanTime(steps, along);
    double corrected =
        stretch.meanTime(x -> steps.applyAsDouble(x) + c.first(x) + c.layers(x), along);
    double x0 = stretch.start();
    double y0 = passage.from()[1];
    double shift =
        p.logSlope(x0) / 4 * (y0 * y0 - p.strength(x0) / p.shape().curvature(x0) * c.widening(x0));
    double relaxing = shifted(stretch, shift, steps, along, time);
    double error =
        1.5 * Math.abs(corrected - time)
            + time * eps(c, stretch) / 2
            + relaxing
            + time * c.stepTimesCurvature(x0) * eps(c, stretch);
    return new Estimate[] {new Estimate(time, dynamics.momentum() == 0 ? error : Double.NaN)};
  }

  /** The mean of eps on the way; what it is beyond the region does not matter. */
  private static double eps(Corrections c, PassageInterval stretch) {
    double far = stretch.passHigh() ? stretch.to() : stretch.from();
    double sum = 0;
    for (int i = 0; i < 100; i++) {
      double x = far + (stretch.start() - far) * (i + 0.5) / 100;
      sum += c.profile().smallness(x) + c.profile().haste(x);
    }
    return sum / 100;
  }

  private static double shifted(
      PassageInterval s,
      double shift,
      DoubleUnaryOperator log,
      DoubleUnaryOperator d,
      double time) {
    double start = s.start() + shift;
    if (!(start > s.from() && start < s.to())) {
      return time;
    }
    double then =
        new PassageInterval(s.from(), s.to(), start, s.passLow(), s.passHigh()).meanTime(log, d);
    return Math.abs(then - time);
  }
}
