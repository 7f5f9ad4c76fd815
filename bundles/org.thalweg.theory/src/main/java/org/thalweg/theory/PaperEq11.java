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
 * L_SGD = Delta (1 - kappa) ln F(x) + (kappa - 1) L0(x) for a valley with a sloping floor under
 * constant anisotropic noise (unit: loss), L of the paper read as the floor's loss; its error is
 * Delta times that of the leading-order marginal, see {@link Corrections}.
 */
@Plugin(
    id = "paper-eq-11",
    doc = "L_SGD = Delta (1 - kappa) ln F + (kappa - 1) L0 on a sloping floor",
    ref = "Yang, Tang, Tu 2023, doi:10.1103/PhysRevLett.130.237101, Eq. 11")
@Component
public final class PaperEq11 implements Prediction {
  @Override
  public String id() {
    return "paper-eq-11";
  }

  @Override
  public Quantity quantity() {
    return Quantity.EFFECTIVE_LOSS;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    return EffectiveLossFormula.objection(problem, false);
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    return EffectiveLossFormula.evaluate(problem, dynamics, ((Question.Along) question).places());
  }
}
