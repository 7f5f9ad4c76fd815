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
 * The stationary variance across a valley at fixed places along its floor, (D_y / lambda) {@code
 * <u|x>} with {@code <u|x>} to first order in eps, see {@link Profile#warming}, and at reflecting
 * ends, and exact in the step h, 1 / (1 - h lambda / (2 (1 + mu))); its error is the second order.
 */
@Plugin(
    id = "valley-variance-across",
    doc = "Variance across a valley at fixed places of its floor, to first order in eps",
    ref = "Second moment of the stationary Fokker-Planck equation across the valley")
@Component
public final class ValleyVarianceAcross implements Prediction {
  @Override
  public String id() {
    return "valley-variance-across";
  }

  @Override
  public Quantity quantity() {
    return Quantity.VARIANCE_ACROSS;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    return Checked.objection(problem);
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    double[] places = ((Question.Along) question).places();
    Corrections c = Corrections.of(Checked.profile(problem), dynamics);
    Profile p = c.profile();
    Estimate[] out = new Estimate[places.length];
    for (int i = 0; i < out.length; i++) {
      double x = places[i];
      double scale = p.strength(x) / p.shape().curvature(x) * c.widening(x);
      double u = 1 + p.warming(x) + c.layersWarming(x);
      out[i] = new Estimate(scale * u, scale * c.beyondWarming(x));
    }
    return out;
  }
}
