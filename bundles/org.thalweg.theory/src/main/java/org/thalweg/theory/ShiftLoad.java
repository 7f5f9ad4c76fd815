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
 * How near the second moment across a valley is to its bound, at the worst place of the floor.
 * Above one y has no variance where x stands still there; walkers need not diverge, since a kick
 * along x carries them to a flatter place, see {@link ShiftLyapunov}.
 *
 * <p>Its error is that of the search among places, which are 4096.
 */
@Plugin(
    id = "shift-load",
    doc = "Load of the second-moment bound at the worst place, minibatches shifted at random",
    ref =
        "Derived in the project's notes, section S2; model: Yang, Tang, Tu 2023,"
            + " doi:10.1103/PhysRevLett.130.237101",
    formula = "load = max over x of eta (lambda + sigma^2 lambda'^2 / lambda) / 2")
@Component
public final class ShiftLoad implements Prediction {
  private static final int PLACES = 4096;

  @Override
  public String id() {
    return "shift-load";
  }

  @Override
  public Quantity quantity() {
    return Quantity.SECOND_MOMENT_LOAD;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    return ShiftedValley.objection(problem, ShiftedValley.Need.ENDS);
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    ShiftedValley valley = ShiftedValley.checked(problem);
    return valley.whole(dynamics, step -> worst(valley, step), 1e-6);
  }

  private static double worst(ShiftedValley valley, double step) {
    double worst = 0;
    for (int i = 0; i <= PLACES; i++) {
      worst = Math.max(worst, valley.frozen(valley.place((double) i / PLACES), step).load());
    }
    return worst;
  }
}
