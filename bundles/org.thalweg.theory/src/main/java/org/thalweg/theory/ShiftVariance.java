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
 * The variance across a valley whose minibatches see it shifted, at fixed places along the floor;
 * infinite beyond the second-moment bound. With the exact shift {@code eta r sigma^2 / (2 - eta
 * r)}, r the mean of lambda(x + s)^2 over that of lambda(x + s).
 *
 * <p>Exact where x stands still; its error is what the motion of x changes, twice {@link
 * Frozen#haste}.
 */
@Plugin(
    id = "shift-variance",
    doc = "Variance across a valley at fixed places, minibatches shifted at random",
    ref =
        "Derived in the project's notes, section S2; model: Yang, Tang, Tu 2023,"
            + " doi:10.1103/PhysRevLett.130.237101",
    formula = "m = eta lambda sigma^2 / (2 - eta (lambda + sigma^2 lambda'^2/lambda))")
@Component
public final class ShiftVariance implements Prediction {
  @Override
  public String id() {
    return "shift-variance";
  }

  @Override
  public Quantity quantity() {
    return Quantity.VARIANCE_ACROSS;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    return ShiftedValley.objection(problem, ShiftedValley.Need.NOTHING);
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    double[] places = ((Question.Along) question).places();
    return ShiftedValley.checked(problem)
        .along(dynamics, places, Frozen::variance, f -> 2 * f.haste() * f.variance());
  }
}
