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
 * The effective diffusion along a level floor that random shifts of the loss make, to leading order
 * in sigma: that of phi = x - lambda' y^2 / (2 lambda (2 - a)), which moves only by kicks that add
 * up. It is small where the curvature has no slope, so that the steady state is no power of the
 * flatness.
 *
 * <p>Its error is of the next order: what the motion of x changes, eight times {@link
 * Frozen#haste}, what random curvature does, twice its load, and what {@link
 * Frozen#diffusionByBend} adds.
 */
@Plugin(
    id = "shift-diffusion",
    doc = "Effective diffusion along the floor, minibatches shifted at random",
    ref =
        "Derived in the project's notes, section S2; model: Yang, Tang, Tu 2023,"
            + " doi:10.1103/PhysRevLett.130.237101",
    formula =
        "D = (eta lambda'^2 sigma^4/2) [a/(2-a) + a^2/2] / (2-a)^2, a = eta lambda; exact: [2 + a/(2-a)]")
@Component
public final class ShiftDiffusion implements Prediction {
  @Override
  public String id() {
    return "shift-diffusion";
  }

  @Override
  public Quantity quantity() {
    return Quantity.FLOOR_DIFFUSION;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    return ShiftedValley.objection(problem, ShiftedValley.Need.LEVEL);
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    double[] places = ((Question.Along) question).places();
    return ShiftedValley.checked(problem)
        .along(dynamics, places, Frozen::diffusion, ShiftDiffusion::ownError);
  }

  private static double ownError(Frozen f) {
    return f.diffusion() * (8 * f.haste() + 2 * f.multiplicativeLoad()) + f.diffusionByBend();
  }
}
