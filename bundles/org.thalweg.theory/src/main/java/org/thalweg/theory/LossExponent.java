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
 * The exponent of the steady state P ~ L^-phi on a bowl that is equally steep in all directions,
 * under noise C = (2/B) L H. Exact in continuous time; steps of length s change it by B s / (2 eta)
 * to first order, as the variance tells, and its error is twice that.
 */
@Plugin(
    id = "loss-exponent",
    doc = "Exponent of P ~ L^-phi on a round bowl under noise proportional to the loss",
    ref = "Mori, Ziyin, Liu, Ueda 2022, arXiv 2105.09557; the project's notes, section S3",
    formula = "phi = 1 + B / (eta h)")
@Component
public final class LossExponent implements Prediction {
  @Override
  public String id() {
    return "loss-exponent";
  }

  @Override
  public Quantity quantity() {
    return Quantity.LOSS_EXPONENT;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    try {
      LossBowl.of(problem).round();
      return Optional.empty();
    } catch (OutOfValidity e) {
      return Optional.of(e.getMessage());
    }
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    LossBowl bowl = bowl(problem);
    double phi = bowl.exponent();
    double error = dynamics.eulerStep() * bowl.batch() / bowl.eta() + 1e-9 * phi;
    return new Estimate[] {new Estimate(phi, dynamics.momentum() > 0 ? Double.NaN : error)};
  }

  private static LossBowl bowl(Problem problem) {
    try {
      return LossBowl.of(problem);
    } catch (OutOfValidity e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
