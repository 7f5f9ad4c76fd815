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
 * Gibbs' stationary density ln P = -L/T under the constant isotropic diffusion D = T I, in one or
 * two dimensions. Exact for continuous time; for steps of length h its error is {@link
 * Thermal#stepEffect}, taken relative to the most likely of the places asked for.
 */
@Plugin(
    id = "gibbs",
    doc = "P ~ exp(-L/T) under isotropic noise of temperature T",
    ref = "Risken, The Fokker-Planck Equation, 1989, doi:10.1007/978-3-642-61544-3")
@Component
public final class Gibbs implements Prediction {
  @Override
  public String id() {
    return "gibbs";
  }

  @Override
  public Quantity quantity() {
    return Quantity.LOG_DENSITY;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    try {
      Thermal.of(problem);
      return Optional.empty();
    } catch (OutOfValidity e) {
      return Optional.of(e.getMessage());
    }
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    double[] places = ((Question.At) question).coordinates();
    Thermal thermal = Checked.thermal(problem);
    int n = problem.dim();
    int count = places.length / n;
    double t = thermal.temperature(dynamics);
    double[] value = new double[count];
    double[] effect = new double[count];
    double[] x = new double[n];
    int best = 0;
    for (int i = 0; i < count; i++) {
      System.arraycopy(places, i * n, x, 0, n);
      value[i] = -problem.landscape().value(x) / t;
      effect[i] = thermal.stepEffect(dynamics, x);
      best = value[i] > value[best] ? i : best;
    }
    Estimate[] out = new Estimate[count];
    for (int i = 0; i < count; i++) {
      out[i] = new Estimate(value[i], Math.abs(effect[i] - effect[best]));
    }
    return out;
  }
}
