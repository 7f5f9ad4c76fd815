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
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Problem;

/**
 * The stationary variances along and across a valley: Var x = Int (x - m)^2 p dx and Var y = {@code
 * Int p (D_y / lambda) <u|x> dx}, with the marginal corrected to first order and {@code <u|x>} to
 * first order in eps and exact in the step h, 1 / (1 - h lambda / (2 (1 + mu))), with the layers at
 * reflecting ends.
 */
@Plugin(
    id = "valley-variance",
    doc = "Variances along and across a valley, with first-order corrections",
    ref = "Quadrature over floor-marginal-corrected")
@Component
public final class ValleyVariance implements Prediction {
  private static final int PANELS = 2000;

  @Override
  public String id() {
    return "valley-variance";
  }

  @Override
  public Quantity quantity() {
    return Quantity.VARIANCE;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    Axis along = problem.domain().get(0);
    if (along.lower() == Edge.PERIODIC) {
      return Optional.of("the variance of a periodic coordinate depends on where the ring is cut");
    }
    return Checked.objection(problem);
  }

  @Override
  public Optional<String> objection(Problem problem, Question question) {
    return Double.isInfinite(((Question.Of) question).time())
        ? Optional.empty()
        : Optional.of("it is of the steady state, not of a time");
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    int[] axes = ((Question.Of) question).axes();
    Corrections c = Corrections.of(Checked.profile(problem), dynamics);
    Estimate[] both = {along(c), across(c)};
    Estimate[] out = new Estimate[axes.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = both[axes[i]];
    }
    return out;
  }

  private static Estimate along(Corrections c) {
    double[] weight = weights(c);
    double mean = 0;
    for (int i = 0; i < PANELS; i++) {
      mean += weight[i] * place(c, i);
    }
    double variance = 0;
    for (int i = 0; i < PANELS; i++) {
      double d = place(c, i) - mean;
      variance += weight[i] * d * d;
    }
    double error = 0;
    for (int i = 0; i < PANELS; i++) {
      double d = place(c, i) - mean;
      error += weight[i] * Math.abs(d * d - variance) * c.errorOfFirstOrder(place(c, i));
    }
    return new Estimate(variance, error);
  }

  private static Estimate across(Corrections c) {
    double[] weight = weights(c);
    Profile p = c.profile();
    double variance = 0;
    double own = 0;
    for (int i = 0; i < PANELS; i++) {
      double x = place(c, i);
      double a = Math.min(1.98, c.stepTimesCurvature(x));
      double warming = p.warming(x);
      double here = p.strength(x) / p.shape().curvature(x) * (1 + warming) / (1 - a / 2);
      variance += weight[i] * here;
      own += weight[i] * here * Math.abs(warming) * (c.smallness() + a);
    }
    double width = (p.to() - p.from()) / PANELS;
    double lower = p.walls().lower() ? layer(p, p.from(), weight[0] / width) : 0;
    double upper = p.walls().upper() ? -layer(p, p.to(), weight[PANELS - 1] / width) : 0;
    variance += lower + upper;
    double error =
        own
            + Math.abs(lower) * (p.thinness(p.from()) + c.smallness())
            + Math.abs(upper) * (p.thinness(p.to()) + c.smallness());
    for (int i = 0; i < PANELS; i++) {
      double x = place(c, i);
      double here = p.strength(x) / p.shape().curvature(x);
      error += weight[i] * Math.abs(here - variance) * c.errorOfFirstOrder(x);
    }
    return new Estimate(variance, error);
  }

  /**
   * What a reflecting end adds to Var y: in a layer of width l, l^2 = D_x / (2 lambda), {@code <u>}
   * differs by (kappa - 1 + q) l lambda' / lambda exp(-distance / l) at a lower end, and by as much
   * with the other sign at an upper one. What the layer does to p itself, see {@link
   * Corrections#layers}, is of the next order here.
   */
  private static double layer(Profile p, double end, double density) {
    double width = p.layerWidth(end);
    double across = p.strength(end) / p.shape().curvature(end);
    return density * width * width * p.circulation() * p.logSlope(end) * across;
  }

  private static double place(Corrections c, int i) {
    Profile p = c.profile();
    return p.from() + (i + 0.5) * (p.to() - p.from()) / PANELS;
  }

  private static double[] weights(Corrections c) {
    double[] w = new double[PANELS];
    double best = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < PANELS; i++) {
      double x = place(c, i);
      w[i] = c.logMarginal(x) + c.first(x) + c.step(x);
      best = Math.max(best, w[i]);
    }
    double sum = 0;
    for (int i = 0; i < PANELS; i++) {
      w[i] = Math.exp(w[i] - best);
      sum += w[i];
    }
    for (int i = 0; i < PANELS; i++) {
      w[i] /= sum;
    }
    return w;
  }
}
