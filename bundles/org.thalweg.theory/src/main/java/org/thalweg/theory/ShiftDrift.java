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
 * The drift along a level floor that random shifts of the loss make, always towards flatter places,
 * in time t = eta k.
 *
 * <p>Its error is what the motion of x changes, twice {@link Frozen#haste}.
 */
@Plugin(
    id = "shift-drift",
    doc = "Drift along the floor of a valley, minibatches shifted at random",
    ref =
        "Derived in the project's notes, section S2; model: Yang, Tang, Tu 2023,"
            + " doi:10.1103/PhysRevLett.130.237101",
    formula = "v = -lambda' m / 2; exact shift: v = -sigma^2 lambda' / (2 - eta lambda (1 + s2))")
@Component
public final class ShiftDrift implements Prediction {
  @Override
  public String id() {
    return "shift-drift";
  }

  @Override
  public Quantity quantity() {
    return Quantity.FLOOR_DRIFT;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    return ShiftedValley.objection(problem, ShiftedValley.Need.LEVEL);
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    double[] places = ((Question.Along) question).places();
    return ShiftedValley.checked(problem)
        .along(dynamics, places, Frozen::drift, f -> 2 * f.haste() * Math.abs(f.drift()));
  }
}
