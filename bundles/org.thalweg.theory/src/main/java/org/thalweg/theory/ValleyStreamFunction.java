package org.thalweg.theory;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Problem;

/**
 * The stream function of the stationary current in a valley, psi = (1 - (1 - q) / kappa) (lambda'
 * D_y / (2 lambda)) y P with J_x = d_y psi, J_y = -d_x psi, at leading order in eps (S1 for q = 0);
 * P is the marginal F^kappa D_y^-1 exp(-kappa Int L0'/D_y dx), normalised, times the normal density
 * of y. At a reflecting end a layer of width l turns the current back, a factor 1 - exp(-distance /
 * l).
 *
 * <p>It is that of a density in time t. Its error is eps times the largest value at the same x;
 * with momentum, which has another current, it is not known.
 */
@Plugin(
    id = "valley-stream-function",
    doc = "Stream function of the steady current in a valley, at leading order in eps",
    ref = "Adiabatic elimination of y to first order; zero at equal constant temperatures")
@Component
public final class ValleyStreamFunction implements Prediction {
  @Override
  public String id() {
    return "valley-stream-function";
  }

  @Override
  public Quantity quantity() {
    return Quantity.STREAM_FUNCTION;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    return Checked.objection(problem);
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    Question.At at = (Question.At) question;
    Corrections c = Corrections.of(Checked.profile(problem), dynamics);
    FloorMeasure measure = new FloorMeasure(c);
    Profile p = c.profile();
    Estimate[] out = new Estimate[at.size()];
    for (int i = 0; i < out.length; i++) {
      double x = at.coordinates()[2 * i];
      double y = at.coordinates()[2 * i + 1];
      double slope = p.logSlope(x);
      double sd = Math.sqrt(p.strength(x) / p.shape().curvature(x));
      double strength =
          p.circulation() / p.kappa() * slope / 2 * p.strength(x) * measure.density(x);
      double turning = c.turning(x);
      double value = strength * turning * shape(y / sd);
      double error =
          Math.abs(strength)
              * shape(1)
              * (c.smallness() + c.stepTimesCurvature(x) + (1 - turning) * c.endThinness(x));
      out[i] = new Estimate(value, dynamics.momentum() == 0 ? error : Double.NaN);
    }
    return out;
  }

  /** z times the standard normal density, greatest at z = 1. */
  private static double shape(double z) {
    return z * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
  }
}
