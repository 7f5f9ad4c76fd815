package org.thalweg.theory;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Problem;

/**
 * The stationary variances on any quadratic bowl under noise C = (2/B) L H; in one dimension 2 eta
 * L* / (B (2 - eta h (1 + 1/B))). Exact for discrete SGD and for densities; Langevin has that of
 * continuous time, with the shift of Euler's method as its error. Infinite where the mean loss
 * diverges.
 */
@Plugin(
    id = "loss-variance",
    doc = "Stationary variances on a bowl under noise proportional to the loss",
    ref = "Mori, Ziyin, Liu, Ueda 2022, arXiv 2105.09557; the project's notes, section S3",
    formula =
        "<y_i^2> = (2 eta/B) Lbar / (2 - eta h_i), Lbar = L* / (1 - (eta/B) sum_j h_j / (2 - eta h_j))")
@Component
public final class LossVariance implements Prediction {
  @Override
  public String id() {
    return "loss-variance";
  }

  @Override
  public Quantity quantity() {
    return Quantity.VARIANCE;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    try {
      LossBowl.of(problem);
      for (Axis axis : problem.domain()) {
        if (!Double.isInfinite(axis.from()) || !Double.isInfinite(axis.to())) {
          return Optional.of("an axis has an end, which cuts off the power-law tail");
        }
      }
      return Optional.empty();
    } catch (OutOfValidity e) {
      return Optional.of(e.getMessage());
    }
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    int[] axes = ((Question.Of) question).axes();
    LossBowl bowl = bowl(problem);
    boolean sgd = dynamics.kind() == Dynamics.Kind.DISCRETE_SGD;
    double[] value = bowl.variances(sgd ? bowl.eta() : 0);
    double[] other = sgd ? value : bowl.variances(dynamics.eulerStep());
    Estimate[] out = new Estimate[axes.length];
    for (int i = 0; i < out.length; i++) {
      double v = value[axes[i]];
      double error = 1e-9 * v + (other[axes[i]] == v ? 0 : Math.abs(other[axes[i]] - v));
      out[i] = new Estimate(v, dynamics.momentum() > 0 ? Double.NaN : error);
    }
    return out;
  }

  @Override
  public Optional<String> objection(Problem problem, Question question) {
    return Double.isInfinite(((Question.Of) question).time())
        ? Optional.empty()
        : Optional.of("it is of the steady state, not of a time");
  }

  private static LossBowl bowl(Problem problem) {
    try {
      return LossBowl.of(problem);
    } catch (OutOfValidity e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
