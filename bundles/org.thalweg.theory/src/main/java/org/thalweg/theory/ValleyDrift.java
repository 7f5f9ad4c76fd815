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
 * The mean velocity along a valley's floor, v = -L0' - lambda' {@code <y^2|x>} / 2 with y at its
 * quasi-stationary variance: at leading order v = -L0' + D_y F'/F, independent of kappa (S1).
 *
 * <p>Steps of length h raise the variance by 1 / (1 - h lambda / (2 (1 + mu))), which is in the
 * value; momentum raises the temperature and the mobility, each by 1 / (1 - mu). The error is the
 * first order in eps, {@link Profile#warming} and the layers at reflecting ends, and is not known,
 * not-a-number, for momenta whose clock is another.
 */
@Plugin(
    id = "valley-drift",
    doc = "Mean velocity along a valley's floor, v = -L0' + D_y F'/F",
    ref = "Adiabatic elimination of y; Gardiner, Stochastic Methods, 2009")
@Component
public final class ValleyDrift implements Prediction {
  @Override
  public String id() {
    return "valley-drift";
  }

  @Override
  public Quantity quantity() {
    return Quantity.FLOOR_DRIFT;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    return Checked.objection(problem);
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    double[] places = ((Question.Along) question).places();
    Corrections c = Corrections.of(Checked.profile(problem), dynamics);
    Profile p = c.profile();
    double mobility = 1 / (1 - dynamics.momentum());
    boolean clock = dynamics.kind() != Dynamics.Kind.UNDERDAMPED_LANGEVIN;
    Estimate[] out = new Estimate[places.length];
    for (int i = 0; i < out.length; i++) {
      double x = places[i];
      double push = -p.logSlope(x) / 2 * p.strength(x) * c.widening(x);
      double value = mobility * (push - p.shape().floorSlope(x));
      double left = Math.abs(p.warming(x)) + Math.abs(c.layersWarming(x)) + c.beyondWarming(x);
      double error = mobility * Math.abs(push) * left;
      out[i] = new Estimate(value, clock ? error : Double.NaN);
    }
    return out;
  }
}
