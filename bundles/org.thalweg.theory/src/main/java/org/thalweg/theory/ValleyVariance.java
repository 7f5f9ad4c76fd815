package org.thalweg.theory;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Quantity;
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
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, double[] places) {
    Corrections c = Corrections.of(Checked.profile(problem), dynamics);
    Estimate[] both = {along(c), across(c)};
    Estimate[] out = new Estimate[places.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = both[(int) places[i]];
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
    double lower = layer(p, p.from(), weight[0] / width);
    double upper = -layer(p, p.to(), weight[PANELS - 1] / width);
    variance += lower + upper;
    double error = own + (Math.abs(lower) + Math.abs(upper)) * (thinness(p) + c.smallness());
    for (int i = 0; i < PANELS; i++) {
      double x = place(c, i);
      double here = p.strength(x) / p.shape().curvature(x);
      error += weight[i] * Math.abs(here - variance) * c.errorOfFirstOrder(x);
    }
    return new Estimate(variance, error);
  }

  /**
   * What a reflecting lower end adds to Var y, an upper one with the other sign. The circulating
   * current (1 - 1/kappa) (lambda' D_y / (2 lambda)) (1 - u) p cannot cross the end; a layer of
   * width l, l^2 = D_x / (2 lambda), turns it back, in which {@code <u>} differs by (kappa - 1) l
   * lambda' / lambda exp(-distance / l).
   */
  private static double layer(Profile p, double end, double density) {
    double lambda = p.shape().curvature(end);
    double across = p.strength(end);
    double square = across / p.kappa() / (2 * lambda);
    double slope = p.shape().curvatureSlope(end) / lambda;
    return density * square * (p.kappa() - 1) * slope * across / lambda;
  }

  /** How far lambda changes within the layers, relative to itself: the next order. */
  private static double thinness(Profile p) {
    double most = 0;
    for (double end : new double[] {p.from(), p.to()}) {
      double lambda = p.shape().curvature(end);
      double width = Math.sqrt(p.strength(end) / p.kappa() / (2 * lambda));
      most = Math.max(most, width * Math.abs(p.shape().curvatureSlope(end) / lambda));
    }
    return 3 * most;
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
