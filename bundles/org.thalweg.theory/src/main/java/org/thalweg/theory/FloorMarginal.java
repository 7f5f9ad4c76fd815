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
 * The stationary marginal along the floor of a valley, to leading order: p ~ F^kappa D_y^-1
 * exp(-kappa Int L0'/D_y dx); with constant noise ln p = kappa ln F - kappa L0 / Delta, with a flat
 * floor F^(kappa + 2 q) for D_y = Delta (lambda/lambda0)^q.
 *
 * <p>Its error is the size of the first-order correction in eps, and of the method's step.
 */
@Plugin(
    id = "floor-marginal",
    doc = "p ~ F^kappa D_y^-1 exp(-kappa Int L0'/D_y dx) along the floor, leading order",
    ref = "Yang, Tang, Tu 2023, doi:10.1103/PhysRevLett.130.237101; extended to sloping floors")
@Component
public final class FloorMarginal implements Prediction {
  @Override
  public String id() {
    return "floor-marginal";
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
      out[i] = new Estimate(c.logMarginal(places[i]), c.errorOfLeadingOrder(places[i]));
    }
    return out;
  }
}
