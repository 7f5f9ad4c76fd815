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
 * How near the second moment across a circular valley is to its bound if all places of the floor
 * are equally likely at every step: where the mean of (1 - eta lambda)^2 + eta^2 sigma^2 lambda'^2
 * is one the load is one.
 *
 * <p>It is the mean field of very strong noise, between the bound at the worst place and {@link
 * ShiftLyapunov}; its error is that of the average over 4096 places.
 */
@Plugin(
    id = "shift-ring-load",
    doc = "Load of the second-moment bound averaged over a ring, minibatches shifted at random",
    ref =
        "Derived in the project's notes, section S2; model: Yang, Tang, Tu 2023,"
            + " doi:10.1103/PhysRevLett.130.237101",
    formula = "load = eta <lambda^2 + sigma^2 lambda'^2> / (2 <lambda>), averaged over the ring")
@Component
public final class ShiftRingLoad implements Prediction {
  private static final int PLACES = 4096;

  @Override
  public String id() {
    return "shift-ring-load";
  }

  @Override
  public Quantity quantity() {
    return Quantity.SECOND_MOMENT_LOAD;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    return ShiftedValley.objection(problem, ShiftedValley.Need.RING);
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    ShiftedValley valley = ShiftedValley.checked(problem);
    return valley.whole(dynamics, step -> mean(valley, step), 1e-9);
  }

  private static double mean(ShiftedValley valley, double step) {
    double curvature = 0;
    double growth = 0;
    for (int i = 0; i < PLACES; i++) {
      Frozen here = valley.frozen(valley.place((i + 0.5) / PLACES), step);
      curvature += here.curvature();
      growth += here.curvature() * here.load();
    }
    return growth / curvature;
  }
}
