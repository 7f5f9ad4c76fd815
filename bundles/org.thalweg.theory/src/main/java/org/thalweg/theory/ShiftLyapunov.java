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
 * The mean logarithmic growth of a large y per step around a circular valley. Far out the kicks
 * along x are so large that x is uniform on the ring; Gamma = 0 is the upper bound on the noise,
 * beyond which walkers diverge. With the exact shift lambda is that at x + s, itself uniform: Gamma
 * is the mean of ln|1 - eta lambda|.
 *
 * <p>Its error is that of the average over places, the difference between two numbers of them.
 * Langevin paths have the growth of Euler's method of their steps, and densities have no steps.
 */
@Plugin(
    id = "shift-lyapunov",
    doc = "Growth per step across a circular valley, minibatches shifted at random",
    ref =
        "Derived in the project's notes, section S2; model: Yang, Tang, Tu 2023,"
            + " doi:10.1103/PhysRevLett.130.237101",
    formula =
        "Gamma = < E_z ln|1 - eta lambda(x) - eta lambda'(x) sigma z| >_x, x uniform on the ring")
@Component
public final class ShiftLyapunov implements Prediction {
  private static final int PLACES = 4096;

  @Override
  public String id() {
    return "shift-lyapunov";
  }

  @Override
  public Quantity quantity() {
    return Quantity.LYAPUNOV_EXPONENT;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    return ShiftedValley.objection(problem, ShiftedValley.Need.RING);
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    ShiftedValley valley = ShiftedValley.checked(problem);
    double step = dynamics.kind() == Dynamics.Kind.DISCRETE_SGD ? valley.eta() : dynamics.step();
    if (!ShiftedValley.knows(dynamics) || step == 0) {
      return new Estimate[] {new Estimate(Double.NaN, Double.NaN)};
    }
    double fine = growth(valley, step, PLACES);
    double rough = growth(valley, step, PLACES / 2);
    return new Estimate[] {new Estimate(fine, Math.abs(fine - rough) + 1e-9)};
  }

  private static double growth(ShiftedValley valley, double step, int places) {
    double sum = 0;
    for (int i = 0; i < places; i++) {
      double x = valley.place((i + 0.5) / places);
      if (valley.exact()) {
        sum += Math.log(Math.abs(1 - step * valley.shape().curvature(x)));
      } else {
        Frozen here = valley.frozen(x, step);
        sum += NormalPower.logarithm(1 - step * here.curvature(), here.jitter());
      }
    }
    return sum / places;
  }
}
