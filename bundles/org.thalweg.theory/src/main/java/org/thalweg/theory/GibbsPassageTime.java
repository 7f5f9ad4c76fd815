package org.thalweg.theory;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Problem;

/**
 * The mean first-passage time in one dimension under the constant noise D = T, {@code T^-1 Int dz
 * exp(L(z)/T) Int^z exp(-L/T)} by quadrature: exact in continuous time at any temperature.
 *
 * <p>The error of steps of length h is what {@link Thermal#stepEffect} changes; with momentum,
 * which has another clock, it is not known.
 */
@Plugin(
    id = "gibbs-passage-time",
    doc = "Mean first-passage time in one dimension under constant noise, exact",
    ref = "Gardiner, Stochastic Methods, 2009, section 5.5")
@Component
public final class GibbsPassageTime implements Prediction {
  /** Where exp(-L/T) has fallen this far, paths turn. */
  private static final double NEGLIGIBLE = 40;

  @Override
  public String id() {
    return "gibbs-passage-time";
  }

  @Override
  public Quantity quantity() {
    return Quantity.PASSAGE_TIME;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    if (problem.dim() != 1) {
      return Optional.of(
          "the landscape has " + problem.dim() + " dimensions; this form is exact in one");
    }
    try {
      Thermal.of(problem);
      return Optional.empty();
    } catch (OutOfValidity e) {
      return Optional.of(e.getMessage());
    }
  }

  @Override
  public Optional<String> objection(Problem problem, Question question) {
    try {
      interval(Checked.thermal(problem), (Question.Passage) question);
      return Optional.empty();
    } catch (OutOfValidity e) {
      return Optional.of(e.getMessage());
    }
  }

  private static PassageInterval interval(Thermal thermal, Question.Passage passage)
      throws OutOfValidity {
    double start = passage.from()[0];
    Axis axis = thermal.domain().get(0);
    PassageInterval rough =
        PassageInterval.of(
            passage.region(), axis, start, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    double least = Double.isInfinite(rough.from()) ? end(thermal, start, -1) : rough.from();
    double most = Double.isInfinite(rough.to()) ? end(thermal, start, 1) : rough.to();
    return new PassageInterval(least, most, start, rough.passLow(), rough.passHigh());
  }

  private static double end(Thermal thermal, double start, int direction) throws OutOfValidity {
    double[] at = {start};
    double lowest = thermal.landscape().value(at);
    for (double step = 1e-3; step < 1e9; step *= 1.1) {
      at[0] += direction * step;
      double here = thermal.landscape().value(at);
      lowest = Math.min(lowest, here);
      if (here > lowest + NEGLIGIBLE * thermal.temperature()) {
        return at[0];
      }
    }
    throw new OutOfValidity("paths may be lost along the open axis, away from the region");
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    Thermal thermal = Checked.thermal(problem);
    PassageInterval stretch;
    try {
      stretch = interval(thermal, (Question.Passage) question);
    } catch (OutOfValidity e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    double t = thermal.temperature();
    double time = stretch.meanTime(x -> -problem.landscape().value(new double[] {x}) / t, x -> t);
    double error = 1e-6 * time;
    if (dynamics.eulerStep() > 0) {
      double stepped =
          stretch.meanTime(
              x -> {
                double[] at = {x};
                return -problem.landscape().value(at) / t + thermal.stepEffect(dynamics, at);
              },
              x -> t);
      error += Math.abs(stepped - time);
    }
    return new Estimate[] {new Estimate(time, dynamics.momentum() == 0 ? error : Double.NaN)};
  }
}
