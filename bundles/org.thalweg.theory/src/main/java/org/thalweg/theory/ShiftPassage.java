package org.thalweg.theory;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.analysis.Region;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Problem;

/**
 * The mean time in which random shifts of the loss carry x along a level floor to a flatter place,
 * the integral of dx/|v| over {@link ShiftDrift}'s velocity; about 1 / (eta sigma^2) in time.
 *
 * <p>Its error is twice {@link Frozen#haste} along the way, one time in which y^2 warms up at the
 * start, and ten such times at the end, where x swings about its drift and arrives earlier.
 */
@Plugin(
    id = "shift-passage",
    doc = "Mean time of convergence to a flatter place, minibatches shifted at random",
    ref =
        "Derived in the project's notes, section S2; model: Yang, Tang, Tu 2023,"
            + " doi:10.1103/PhysRevLett.130.237101",
    formula = "T = Int dx / |v|, v = -lambda' m / 2; in steps Int dx / (eta lambda' m / 2)")
@Component
public final class ShiftPassage implements Prediction {
  private static final int PLACES = 2000;

  /** Squares of y beyond so many variances are far from the floor. */
  private static final double FAR = 20;

  @Override
  public String id() {
    return "shift-passage";
  }

  @Override
  public Quantity quantity() {
    return Quantity.PASSAGE_TIME;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    return ShiftedValley.objection(problem, ShiftedValley.Need.LEVEL);
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    Question.Passage passage = (Question.Passage) question;
    ShiftedValley valley = ShiftedValley.checked(problem);
    double[] steps = valley.steps(dynamics);
    double from = passage.from()[0];
    double to = ((Region.HalfSpace) passage.region()).level();
    Frozen first = valley.frozen(from, steps[0]);
    Frozen last = valley.frozen(to, steps[0]);
    double[] time = integral(valley, from, to, steps[0]);
    double other = steps[1] == steps[0] ? time[0] : integral(valley, from, to, steps[1])[0];
    double error =
        time[1] + Math.abs(other - time[0]) + 10 * last.forgetting() + first.forgetting();
    return new Estimate[] {
      new Estimate(time[0], ShiftedValley.knows(dynamics) ? error : Double.NaN)
    };
  }

  @Override
  public Optional<String> objection(Problem problem, Question question) {
    Question.Passage passage = (Question.Passage) question;
    if (!(passage.region() instanceof Region.HalfSpace half) || half.axis() != 0) {
      return Optional.of("it is of passages to a level of axis 0, and the region is another");
    }
    ShiftedValley valley = ShiftedValley.checked(problem);
    double from = passage.from()[0];
    double y = passage.from()[1];
    Frozen first = valley.frozen(from, valley.eta());
    if (!(y * y <= FAR * first.variance())) {
      return Optional.of("paths begin far from the floor, and the drift is that near it");
    }
    for (int i = 0; i < PLACES; i++) {
      double x = from + (i + 0.5) / PLACES * (half.level() - from);
      double drift = valley.frozen(x, valley.eta()).drift();
      boolean towards = half.side() == Region.Side.BELOW ? drift < 0 : drift > 0;
      if (!towards || Double.isInfinite(drift)) {
        return Optional.of("the drift does not lead all the way from the start to the region");
      }
    }
    return Optional.empty();
  }

  /** Int dx / |v| by the midpoint rule, and the part of it that the motion of x may change. */
  private static double[] integral(ShiftedValley valley, double from, double to, double step) {
    double width = Math.abs(to - from) / PLACES;
    double[] out = new double[2];
    for (int i = 0; i < PLACES; i++) {
      Frozen here = valley.frozen(from + (i + 0.5) / PLACES * (to - from), step);
      double time = width / Math.abs(here.drift());
      out[0] += time;
      out[1] += 2 * here.haste() * time;
    }
    return out;
  }
}
