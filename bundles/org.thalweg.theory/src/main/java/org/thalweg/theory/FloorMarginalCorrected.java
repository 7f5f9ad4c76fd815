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
 * The stationary marginal along the floor of a valley with its first-order corrections: in eps, at
 * reflecting ends, and for discrete methods in the step, delta ln p = (kappa/2) ln(1 - h lambda /
 * (2 (1 + mu))).
 *
 * <p>Its error is of second order, see {@link Corrections}: the sharper test of a kappa.
 */
@Plugin(
    id = "floor-marginal-corrected",
    doc = "The marginal along the floor, with first-order corrections in eps and in the step",
    ref = "Adiabatic elimination of y to first order; Yang, Tang, Tu 2023 to leading order")
@Component
public final class FloorMarginalCorrected implements Prediction {
  @Override
  public String id() {
    return "floor-marginal-corrected";
  }

  @Override
  public Quantity quantity() {
    return Quantity.LOG_FLOOR_MARGINAL;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    return Checked.objection(problem);
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    double[] places = ((Question.Along) question).places();
    Corrections c = Corrections.of(Checked.profile(problem), dynamics);
    Estimate[] out = new Estimate[places.length];
    for (int i = 0; i < out.length; i++) {
      double x = places[i];
      double value = c.logMarginal(x) + c.first(x) + c.layers(x) + c.step(x);
      out[i] = new Estimate(value, c.errorOfFirstOrder(x));
    }
    return out;
  }
}
