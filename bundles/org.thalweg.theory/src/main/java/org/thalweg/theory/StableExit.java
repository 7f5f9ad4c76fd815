package org.thalweg.theory;

import java.util.Optional;
import org.apache.commons.math3.special.Gamma;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.analysis.Region;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.DiffusiveNoise;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Problem;

/**
 * The mean time until alpha-stable noise of small scale eps drives a path out of an interval about
 * a minimum: one jump does it, from the minimum at the distances A and b from the ends, at the rate
 * C eps^alpha (A^-alpha + b^-alpha) / alpha.
 *
 * <p>Asymptotic for small noise. Its relative error is 1.2 eps^alpha / (alpha h d^alpha (2 -
 * alpha)^2), the size of what the jumps between two exits do to a path at the curvature h with the
 * nearer end at the distance d, and h times half the step.
 */
@Plugin(
    id = "stable-exit",
    doc = "Mean time of exit from an interval about a minimum under alpha-stable noise",
    ref = "Imkeller, Pavlyukevich 2006, doi:10.1016/j.spa.2005.11.006",
    formula =
        "T = alpha / (C eps^alpha (A^-alpha + b^-alpha)), C = Gamma(1+alpha) sin(pi alpha/2) / pi")
@Component
public final class StableExit implements Prediction {
  private static final int PLACES = 200;

  @Override
  public String id() {
    return "stable-exit";
  }

  @Override
  public Quantity quantity() {
    return Quantity.PASSAGE_TIME;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    if (problem.dim() != 1) {
      return Optional.of("the landscape has " + problem.dim() + " dimensions instead of one");
    }
    if (!(problem.noise() instanceof DiffusiveNoise noise)
        || noise.traits().stableIndex().isEmpty()
        || !noise.traits().additive()
        || noise.dependsOnTime()) {
      return Optional.of("the noise is no constant alpha-stable one");
    }
    if (problem.landscape().dependsOnTime() || !problem.setting().learningRate().isConstant()) {
      return Optional.of("the landscape or the learning rate changes with time");
    }
    return Optional.empty();
  }

  @Override
  public Optional<String> objection(Problem problem, Question question) {
    Question.Passage passage = (Question.Passage) question;
    if (!(passage.region() instanceof Region.Box box) || box.part() != Region.Part.OUTSIDE) {
      return Optional.of("it is of exits from an interval, and the region is no box's outside");
    }
    double from = box.from()[0];
    double to = box.to()[0];
    if (!(passage.from()[0] > from && passage.from()[0] < to)) {
      return Optional.of("paths do not begin inside the interval");
    }
    Axis axis = problem.domain().get(0);
    if (axis.lower() == Edge.PERIODIC || axis.from() >= from || axis.to() <= to) {
      return Optional.of("the interval is not inside the domain, or the domain is a ring");
    }
    double slope = -1;
    for (int i = 0; i <= PLACES; i++) {
      double next = slope(problem.landscape(), from + (to - from) * i / PLACES);
      if (slope > 0 && next <= 0 || i == 0 && next >= 0 || i == PLACES && next <= 0) {
        return Optional.of("the loss does not fall towards one minimum from all of the interval");
      }
      slope = next;
    }
    return Optional.empty();
  }

  private static double slope(Landscape landscape, double x) {
    double[] g = new double[1];
    landscape.gradient(new double[] {x}, g);
    return g[0];
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    Region.Box box = (Region.Box) ((Question.Passage) question).region();
    DiffusiveNoise noise = (DiffusiveNoise) problem.noise();
    double alpha = noise.traits().stableIndex().orElseThrow();
    double minimum = minimum(problem.landscape(), box.from()[0], box.to()[0]);
    double below = minimum - box.from()[0];
    double above = box.to()[0] - minimum;
    double strength = Math.pow(scale(noise, minimum), alpha);
    double c = Gamma.gamma(1 + alpha) * Math.sin(Math.PI * alpha / 2) / Math.PI;
    double ends = Math.pow(below, -alpha) + Math.pow(above, -alpha);
    double time = alpha / (c * strength * ends);
    double[] curvature = new double[1];
    problem.landscape().hessianVector(new double[] {minimum}, new double[] {1}, curvature);
    double near = Math.pow(Math.min(below, above), alpha);
    double relative =
        1.2 * strength / (alpha * curvature[0] * near * (2 - alpha) * (2 - alpha))
            + dynamics.eulerStep() * curvature[0] / 2;
    boolean known = dynamics.momentum() == 0 && curvature[0] > 0;
    return new Estimate[] {new Estimate(time, known ? relative * time : Double.NaN)};
  }

  private static double minimum(Landscape landscape, double from, double to) {
    double low = from;
    double high = to;
    for (int i = 0; i < 100; i++) {
      double middle = (low + high) / 2;
      if (slope(landscape, middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  /** The factor of the standard stable motion. */
  private static double scale(DiffusiveNoise noise, double at) {
    Block x = new Block(1, 1, Layout.of(1));
    Block unit = new Block(1, 1, Layout.of(1));
    Block out = new Block(1, 1, Layout.of(1));
    x.fill(at);
    unit.fill(1);
    noise.factor(1).apply(0, x, unit, out);
    return Math.abs(out.get(0, 0));
  }
}
