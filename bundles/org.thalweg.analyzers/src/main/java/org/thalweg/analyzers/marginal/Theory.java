package org.thalweg.analyzers.marginal;

import java.util.Optional;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.ValleyShape;

/**
 * A prediction for one problem.
 *
 * @param prediction the prediction
 * @param problem the problem that it is evaluated for
 */
public record Theory(Prediction prediction, Problem problem) {
  /** Continuous time, whose predictions have no error of steps. */
  public static final Dynamics CONTINUOUS = new Dynamics(Dynamics.Kind.FOKKER_PLANCK, 0, 0);

  /** The name of the prediction. */
  public String id() {
    return prediction.id();
  }

  /** Why it says nothing about the problem, or empty. */
  public Optional<String> objection() {
    return prediction.objection(problem);
  }

  /** Whether this is the quantity that it predicts. */
  public boolean gives(Quantity quantity) {
    return prediction.quantity() == quantity;
  }

  /** What it answers to a question about a description, with bounds on its errors. */
  public Estimate[] at(Dynamics dynamics, Question question) {
    return prediction.evaluate(problem, dynamics, question);
  }

  /**
   * The probabilities of bins that a curve along the floor implies; an effective loss by ln p = ln
   * F - (L_SGD + L0) / Delta.
   *
   * @param dynamics the description to compare with
   * @param bins the bins
   * @return the probabilities with the prediction's bounds
   */
  public Masses masses(Dynamics dynamics, Bins bins) {
    BinRule rule = new BinRule(bins);
    double[] x = rule.places();
    Estimate[] curve = at(dynamics, new Question.Along(x));
    double[] log = new double[x.length];
    double[] error = new double[x.length];
    if (gives(Quantity.EFFECTIVE_LOSS)) {
      ValleyShape valley = problem.landscape().valley().orElseThrow();
      double delta = temperature(problem, dynamics).orElseThrow();
      for (int i = 0; i < x.length; i++) {
        log[i] = valley.logFlatness(x[i]) - (curve[i].value() + valley.floor(x[i])) / delta;
        error[i] = curve[i].error() / delta;
      }
    } else {
      for (int i = 0; i < x.length; i++) {
        log[i] = curve[i].value();
        error[i] = curve[i].error();
      }
    }
    return Masses.of(bins, rule, log, error);
  }

  /**
   * The temperature across the valley of a description, Delta / (1 - mu) (S4).
   *
   * @param problem the problem
   * @param dynamics the description
   * @return Delta on the floor at axis 0's middle (unit: loss), or empty if the noise does not tell
   */
  public static Optional<Double> temperature(Problem problem, Dynamics dynamics) {
    double from = problem.domain().get(0).from();
    double to = problem.domain().get(0).to();
    double middle = Double.isInfinite(from) || Double.isInfinite(to) ? 0 : (from + to) / 2;
    return FloorDiffusion.of(problem).map(d -> d.across(middle) / (1 - dynamics.momentum()));
  }
}
