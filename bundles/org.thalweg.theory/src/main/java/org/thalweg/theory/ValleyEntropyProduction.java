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
 * The entropy production of the steady state in a valley, Int J . D^-1 . J / P -> {@code ((kappa -
 * 1 + q)^2 / (2 kappa)) <D_y (lambda'/lambda)^2>} at leading order in eps, S1 for q = 0. In a layer
 * of width l at a reflecting end the current turns; that takes off l p times the integrand there.
 *
 * <p>It is that of a density in time t; its error is of the next order in eps, and not known with
 * momentum.
 */
@Plugin(
    id = "valley-entropy-production",
    doc = "Entropy production of the steady state in a valley, at leading order in eps",
    ref = "Quadrature over the current of valley-stream-function")
@Component
public final class ValleyEntropyProduction implements Prediction {
  @Override
  public String id() {
    return "valley-entropy-production";
  }

  @Override
  public Quantity quantity() {
    return Quantity.ENTROPY_PRODUCTION;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    return Checked.objection(problem);
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    Corrections c = Corrections.of(Checked.profile(problem), dynamics);
    FloorMeasure measure = new FloorMeasure(c);
    Profile p = c.profile();
    double mean = measure.mean(x -> local(p, x));
    double step = measure.mean(x -> local(p, x) * c.stepTimesCurvature(x));
    double value = mean;
    double error = c.smallness() * mean + step;
    if (p.walls().lower()) {
      double layer = layer(p, measure, p.from());
      value -= layer;
      error += layer * (p.thinness(p.from()) + c.smallness());
    }
    if (p.walls().upper()) {
      double layer = layer(p, measure, p.to());
      value -= layer;
      error += layer * (p.thinness(p.to()) + c.smallness());
    }
    return new Estimate[] {new Estimate(value, dynamics.momentum() == 0 ? error : Double.NaN)};
  }

  private static double local(Profile p, double x) {
    double l = p.logSlope(x);
    return p.circulation() * p.circulation() / (2 * p.kappa()) * p.strength(x) * l * l;
  }

  private static double layer(Profile p, FloorMeasure measure, double end) {
    return p.layerWidth(end) * measure.density(end) * local(p, end);
  }
}
