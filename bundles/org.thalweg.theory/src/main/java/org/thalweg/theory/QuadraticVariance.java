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
 * The stationary variances on a quadratic landscape under noise of constant covariance C.
 *
 * <ul>
 *   <li>densities: H S + S H = eta C, exact;
 *   <li>discrete SGD with heavy-ball momentum: the stationary covariance of the recursion, exact;
 *       for one coordinate eta c (1+mu) / ((1-mu) h (2 (1+mu) - eta h));
 *   <li>Langevin: that of the continuous process, with the shift of Euler's method of the same step
 *       as its error.
 * </ul>
 *
 * <p>Its error is not known, not-a-number, where momentum or long steps widen the density until it
 * feels the domain's edges.
 */
@Plugin(
    id = "quadratic-variance",
    doc = "Stationary variances on a quadratic, for SGD with momentum and in continuous time",
    ref = "Liu, Ziyin, Ueda 2021, arXiv:2012.03636")
@Component
public final class QuadraticVariance implements Prediction {
  @Override
  public String id() {
    return "quadratic-variance";
  }

  @Override
  public Quantity quantity() {
    return Quantity.VARIANCE;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    try {
      Quadratic.of(problem);
      return Optional.empty();
    } catch (OutOfValidity e) {
      return Optional.of(e.getMessage());
    }
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    int[] axes = ((Question.Of) question).axes();
    Quadratic q = Checked.quadratic(problem);
    double[] continuous = q.continuous();
    double[] value = continuous;
    double[] other = continuous;
    switch (dynamics.kind()) {
      case DISCRETE_SGD -> {
        value = q.discrete(q.eta(), dynamics.momentum());
        other = value;
      }
      case LANGEVIN, UNDERDAMPED_LANGEVIN -> other = q.discrete(dynamics.eulerStep(), 0);
      case FOKKER_PLANCK -> {}
    }
    boolean room = q.roomFor(problem, value);
    Estimate[] out = new Estimate[axes.length];
    for (int i = 0; i < out.length; i++) {
      int axis = axes[i];
      double rounding = (1e-9 + q.doubt()) * Math.abs(value[axis]);
      double error = rounding + Math.abs(other[axis] - value[axis]);
      out[i] = new Estimate(value[axis], room ? error : Double.NaN);
    }
    return out;
  }
}
