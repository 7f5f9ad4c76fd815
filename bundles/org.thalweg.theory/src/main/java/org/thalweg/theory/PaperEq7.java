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
 * L_SGD = Delta (1 - kappa) ln F(x) for a valley with a flat floor under constant anisotropic noise
 * (unit: loss); its error is Delta times that of the leading-order marginal, see {@link
 * Corrections}.
 */
@Plugin(
    id = "paper-eq-7",
    doc = "L_SGD = Delta (1 - kappa) ln F on a flat floor",
    ref = "Yang, Tang, Tu 2023, doi:10.1103/PhysRevLett.130.237101, Eq. 7")
@Component
public final class PaperEq7 implements Prediction {
  @Override
  public String id() {
    return "paper-eq-7";
  }

  @Override
  public Quantity quantity() {
    return Quantity.EFFECTIVE_LOSS;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    return EffectiveLossFormula.objection(problem, true);
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    return EffectiveLossFormula.evaluate(problem, dynamics, ((Question.Along) question).places());
  }
}
