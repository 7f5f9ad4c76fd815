package org.thalweg.theory;

import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Problem;

/**
 * The slowest rate at which a density in a valley relaxes: the first eigenvalue above zero of the
 * slow motion along the floor, -(1/p) (p D_x f')' = g f, p the leading-order marginal; for lambda =
 * lambda0 exp(x^2/w^2), L0 = a x^2/2 it is Delta/w^2 + a (S1).
 *
 * <p>Its error is half of eps, the layers at reflecting ends and the scheme's error; steps of
 * length h add h lambda / 2. With momentum, which has another clock, it is not known.
 */
@Plugin(
    id = "valley-spectral-gap",
    doc = "Slowest relaxation rate in a valley; Delta/w^2 + a for the solvable one",
    ref =
        "Adiabatic elimination of y; Risken, The Fokker-Planck Equation, 1989,"
            + " doi:10.1007/978-3-642-61544-3")
@Component
public final class ValleySpectralGap implements Prediction {
  private static final int FINE = 800;

  @Override
  public String id() {
    return "valley-spectral-gap";
  }

  @Override
  public Quantity quantity() {
    return Quantity.SPECTRAL_GAP;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    return Checked.objection(problem);
  }

  @Override
  public Optional<String> objection(Problem problem, Question question) {
    Corrections c =
        Corrections.of(Checked.profile(problem), new Dynamics(Dynamics.Kind.FOKKER_PLANCK, 0, 0));
    double gap = new SlowModes(c, ring(problem), FINE).gap();
    double slowest = Double.POSITIVE_INFINITY;
    Profile p = c.profile();
    for (int i = 0; i <= 200; i++) {
      slowest = Math.min(slowest, p.shape().curvature(p.from() + (p.to() - p.from()) * i / 200));
    }
    return gap < slowest / 2
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "the floor would relax at the rate %.3g, y at lambda = %.3g: the formula needs the"
                    + " floor to be slower",
                gap,
                slowest));
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    Corrections c = Corrections.of(Checked.profile(problem), dynamics);
    Profile p = c.profile();
    double coarse = new SlowModes(c, ring(problem), FINE / 2).gap();
    double fine = new SlowModes(c, ring(problem), FINE).gap();
    double gap = fine + (fine - coarse) / 3;
    double layers =
        (p.walls().lower() ? Math.abs(p.layerHeight(p.from())) : 0)
            + (p.walls().upper() ? Math.abs(p.layerHeight(p.to())) : 0);
    double step = new FloorMeasure(c).mean(c::stepTimesCurvature) / 2;
    double error = gap * (c.smallness() / 2 + layers + step) + Math.abs(fine - coarse) / 3;
    return new Estimate[] {new Estimate(gap, dynamics.momentum() == 0 ? error : Double.NaN)};
  }

  private static boolean ring(Problem problem) {
    return problem.domain().get(0).lower() == Edge.PERIODIC;
  }
}
