package org.thalweg.theory;

import java.util.Optional;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Problem;

/**
 * The marginal along axis 0 of Gibbs' density, ln p(x) = ln Int exp(-L(x, y)/T) dy, by quadrature
 * over the domain; in one dimension -L/T itself.
 *
 * <p>Exact for continuous time; for steps of length h its error is the mean over y of {@link
 * Thermal#stepEffect}, relative to the most likely of the places asked for.
 */
@Plugin(
    id = "gibbs-marginal",
    doc = "The marginal along axis 0 of P ~ exp(-L/T) under isotropic noise",
    ref = "Risken, The Fokker-Planck Equation, 1989, doi:10.1007/978-3-642-61544-3")
@Component
public final class GibbsMarginal implements Prediction {
  private static final GaussIntegratorFactory GAUSS = new GaussIntegratorFactory();
  private static final int PANELS = 48;
  private static final int POINTS = 8;

  @Override
  public String id() {
    return "gibbs-marginal";
  }

  @Override
  public Quantity quantity() {
    return Quantity.LOG_FLOOR_MARGINAL;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    try {
      Thermal thermal = Thermal.of(problem);
      if (problem.dim() == 2) {
        Axis along = problem.domain().get(0);
        double middle = along.bounded() ? along.from() + along.length() / 2 : 0;
        new Across(thermal, thermal.temperature()).range(middle);
      }
      return Optional.empty();
    } catch (OutOfValidity e) {
      return Optional.of(e.getMessage());
    }
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    double[] places = ((Question.Along) question).places();
    Thermal thermal = Checked.thermal(problem);
    double t = thermal.temperature(dynamics);
    double[] value = new double[places.length];
    double[] effect = new double[places.length];
    int best = 0;
    for (int i = 0; i < places.length; i++) {
      if (problem.dim() == 1) {
        double[] x = {places[i]};
        value[i] = -problem.landscape().value(x) / t;
        effect[i] = thermal.stepEffect(dynamics, x);
      } else {
        double[] pair = new Across(thermal, t).integrate(dynamics, places[i]);
        value[i] = pair[0];
        effect[i] = pair[1];
      }
      best = value[i] > value[best] ? i : best;
    }
    Estimate[] out = new Estimate[places.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = new Estimate(value[i], Math.abs(effect[i] - effect[best]));
    }
    return out;
  }

  /** The integral over axis 1 at a place on axis 0. */
  private record Across(Thermal thermal, double t) {
    /** Where exp(-L/T) is not negligible: the domain, or until it has fallen by exp(-40). */
    double[] range(double x) throws OutOfValidity {
      Axis axis = thermal.domain().get(1);
      return new double[] {end(x, axis.from(), axis.to(), -1), end(x, axis.to(), axis.from(), 1)};
    }

    private double end(double x, double end, double other, int direction) throws OutOfValidity {
      if (!Double.isInfinite(end)) {
        return end;
      }
      Landscape landscape = thermal.landscape();
      double[] at = {x, Double.isInfinite(other) ? 0 : other};
      double least = landscape.value(at);
      for (double step = 1e-3; step < 1e9; step *= 1.1) {
        at[1] += direction * step;
        double here = landscape.value(at);
        least = Math.min(least, here);
        if (here > least + 40 * t) {
          return at[1];
        }
      }
      throw new OutOfValidity("exp(-L/T) cannot be normalised on the open axis 1");
    }

    double[] integrate(Dynamics dynamics, double x) {
      double[] range;
      try {
        range = range(x);
      } catch (OutOfValidity e) {
        return new double[] {Double.NaN, Double.NaN};
      }
      double[] log = new double[PANELS * POINTS];
      double[] weight = new double[PANELS * POINTS];
      double[] effect = new double[PANELS * POINTS];
      double best = Double.NEGATIVE_INFINITY;
      for (int p = 0; p < PANELS; p++) {
        double width = (range[1] - range[0]) / PANELS;
        GaussIntegrator rule =
            GAUSS.legendre(POINTS, range[0] + p * width, range[0] + (p + 1) * width);
        for (int k = 0; k < POINTS; k++) {
          double[] at = {x, rule.getPoint(k)};
          int i = p * POINTS + k;
          log[i] = -thermal.landscape().value(at) / t;
          weight[i] = rule.getWeight(k);
          effect[i] = thermal.stepEffect(dynamics, at);
          best = Math.max(best, log[i]);
        }
      }
      double sum = 0;
      double mean = 0;
      for (int i = 0; i < log.length; i++) {
        double w = weight[i] * Math.exp(log[i] - best);
        sum += w;
        mean += w == 0 ? 0 : w * effect[i];
      }
      return new double[] {best + Math.log(sum), mean / sum};
    }
  }
}
