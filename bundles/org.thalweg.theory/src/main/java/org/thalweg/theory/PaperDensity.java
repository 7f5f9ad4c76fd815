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
 * The stationary joint density P ~ exp(-L_eff / Delta), L_eff = L + L_SGD with L_SGD of Eq. 7 or
 * 11, for a valley under constant anisotropic noise.
 *
 * <p>Its error is that of the marginal plus that of the width across the valley, {@code |u - 1|
 * |<u|x> - 1| / 2} with u = lambda y^2 / Delta.
 */
@Plugin(
    id = "paper-density",
    doc = "P ~ exp(-L_eff/Delta), L_eff = L + Delta (1 - kappa) ln F + (kappa - 1) L0",
    ref = "Yang, Tang, Tu 2023, doi:10.1103/PhysRevLett.130.237101, Eqs. 7 and 11")
@Component
public final class PaperDensity implements Prediction {
  @Override
  public String id() {
    return "paper-density";
  }

  @Override
  public Quantity quantity() {
    return Quantity.LOG_DENSITY;
  }

  @Override
  public Optional<String> objection(Problem problem) {
    try {
      return Profile.of(problem).power() == 0
          ? Optional.empty()
          : Optional.of("the noise's strength changes along the floor");
    } catch (OutOfValidity e) {
      return Optional.of(e.getMessage());
    }
  }

  @Override
  public Estimate[] evaluate(Problem problem, Dynamics dynamics, Question question) {
    double[] places = ((Question.At) question).coordinates();
    Corrections c = Corrections.of(Checked.profile(problem), dynamics);
    Profile p = c.profile();
    Estimate[] out = new Estimate[places.length / 2];
    for (int i = 0; i < out.length; i++) {
      double x = places[2 * i];
      double y = places[2 * i + 1];
      double u = p.shape().curvature(x) * y * y / p.delta();
      double value =
          (p.kappa() - 1) * p.shape().logFlatness(x)
              - p.kappa() * p.shape().floor(x) / p.delta()
              - u / 2;
      double wider =
          Math.abs(p.warming(x)) + Math.abs(c.layersWarming(x)) + c.stepTimesCurvature(x) / 2;
      double error = c.errorOfLeadingOrder(x) + Math.abs(u - 1) / 2 * wider;
      out[i] = new Estimate(value, error);
    }
    return out;
  }
}
