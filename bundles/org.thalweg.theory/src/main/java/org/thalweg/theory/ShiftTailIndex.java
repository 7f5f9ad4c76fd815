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
 * The index of the power-law tail of y at fixed places along the floor: two on the second-moment
 * bound, greater below it, infinite where the curvature has no slope. In continuous time alpha = 1
 * + lambda / (T lambda'^2), T = eta sigma^2 / 2.
 *
 * <p>Exact where x stands still; its error is what the motion of x changes, three times {@link
 * Frozen#typicalHaste}.
 */
@Plugin(
    id = "shift-tail-index",
    doc = "Index of the power-law tail across a valley, minibatches shifted at random",
    ref =
        "Derived in the project's notes, section S2; model: Yang, Tang, Tu 2023,"
            + " doi:10.1103/PhysRevLett.130.237101",
    formula = "E|1 - eta lambda - eta lambda' sigma z|^alpha = 1")
@Component
public final class ShiftTailIndex implements Prediction {
  @Override
  public String id() {
    return "shift-tail-index";
  }

  @Override
  public Quantity quantity() {
    return Quantity.TAIL_INDEX;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    return ShiftedValley.objection(problem, ShiftedValley.Need.NOTHING);
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    double[] places = ((Question.Along) question).places();
    return ShiftedValley.checked(problem)
        .along(
            dynamics,
            places,
            Frozen::tailIndex,
            f -> Double.isInfinite(f.tailIndex()) ? 0 : 3 * f.typicalHaste() * f.tailIndex());
  }
}
