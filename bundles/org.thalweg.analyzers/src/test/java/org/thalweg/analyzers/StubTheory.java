package org.thalweg.analyzers;

import java.util.Locale;
import java.util.Optional;
import org.thalweg.analyzers.marginal.FloorDiffusion;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.ValleyShape;

/**
 * S1's leading order with an error of one's choice, for tests.
 *
 * @param quantity what it predicts
 * @param error its error: of ln p, or of L_SGD / Delta, or relative of the variance of y
 */
public record StubTheory(Quantity quantity, double error) implements Prediction {
  @Override
  public String id() {
    return "stub-" + quantity.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<String> objection(Problem problem) {
    return problem.landscape().valley().isPresent() ? Optional.empty() : Optional.of("no valley");
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    double[] places =
        question instanceof Question.At p ? p.coordinates() : ((Question.Along) question).places();
    FloorDiffusion d = FloorDiffusion.of(problem).orElseThrow();
    double delta = d.across(0);
    double kappa = delta / d.along(0);
    ValleyShape v = problem.landscape().valley().orElseThrow();
    int step = quantity == Quantity.LOG_DENSITY ? 2 : 1;
    Estimate[] out = new Estimate[places.length / step];
    for (int i = 0; i < out.length; i++) {
      double x = places[i * step];
      double log = kappa * (v.logFlatness(x) - v.floor(x) / delta);
      out[i] =
          switch (quantity) {
            case LOG_FLOOR_MARGINAL -> new Estimate(log, error);
            case EFFECTIVE_LOSS ->
                new Estimate((1 - kappa) * (delta * v.logFlatness(x) - v.floor(x)), delta * error);
            case LOG_DENSITY -> {
              double y = places[2 * i + 1];
              yield new Estimate(
                  log - v.logFlatness(x) - v.curvature(x) * y * y / (2 * delta), error);
            }
            default -> new Estimate(Double.NaN, Double.NaN);
          };
    }
    return out;
  }
}
