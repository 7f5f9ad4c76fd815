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
 * L_SGD of a valley under constant anisotropic noise with what Eq. 7 and Eq. 11 leave out to first
 * order: L_SGD = Delta (1 - kappa) ln F + (kappa - 1) L0 - Delta delta ln p (unit: loss), delta ln
 * p that of the corrected marginal, in eps, at reflecting ends and in the step; its error is Delta
 * times that of the corrected marginal, see {@link Corrections}.
 */
@Plugin(
    id = "effective-loss-corrected",
    doc = "L_SGD with first-order corrections in eps and in the step, on any floor",
    ref = "Adiabatic elimination of y to first order; Yang, Tang, Tu 2023 to leading order")
@Component
public final class EffectiveLossCorrected implements Prediction {
  @Override
  public String id() {
    return "effective-loss-corrected";
  }

  @Override
  public Quantity quantity() {
    return Quantity.EFFECTIVE_LOSS;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    return EffectiveLossFormula.objection(problem);
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    double[] places = ((Question.Along) question).places();
    Corrections c = Corrections.of(Checked.profile(problem), dynamics);
    Estimate[] out = new Estimate[places.length];
    for (int i = 0; i < out.length; i++) {
      double x = places[i];
      double left = c.first(x) + c.layers(x) + c.step(x);
      double delta = c.profile().delta();
      out[i] =
          new Estimate(
              EffectiveLossFormula.leadingOrder(c.profile(), x) - delta * left,
              delta * c.errorOfFirstOrder(x));
    }
    return out;
  }
}
