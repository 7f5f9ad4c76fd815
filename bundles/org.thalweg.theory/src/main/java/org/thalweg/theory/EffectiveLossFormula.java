package org.thalweg.theory;

import java.util.Optional;
import java.util.function.Function;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Problem;

/** L_SGD = Delta (1 - kappa) ln F + (kappa - 1) L0, of which Eq. 7 is the case of a flat floor. */
final class EffectiveLossFormula {
  private EffectiveLossFormula() {}

  /** Why L_SGD is not defined for a problem; empty if it is, on a flat floor or a sloping one. */
  static Optional<String> objection(Problem problem) {
    return objectionOf(problem, profile -> Optional.empty());
  }

  static Optional<String> objection(Problem problem, boolean flat) {
    return objectionOf(
        problem,
        profile -> {
          if (flat && !isFlat(profile)) {
            return Optional.of("the floor slopes; paper-eq-11 holds there");
          }
          if (!flat && isFlat(profile)) {
            return Optional.of("the floor is flat, where paper-eq-7 says the same");
          }
          return Optional.empty();
        });
  }

  private static Optional<String> objectionOf(
      Problem problem, Function<Profile, Optional<String>> more) {
    try {
      Profile profile = Profile.of(problem);
      if (profile.power() != 0) {
        return Optional.of(
            "the noise's strength changes along the floor; L_SGD is defined for a constant Delta");
      }
      return more.apply(profile);
    } catch (OutOfValidity e) {
      return Optional.of(e.getMessage());
    }
  }

  /** Whether the floor's loss changes by less than a millionth of Delta / kappa. */
  static boolean isFlat(Profile profile) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i <= 256; i++) {
      double l = profile.shape().floor(profile.from() + i * (profile.to() - profile.from()) / 256);
      low = Math.min(low, l);
      high = Math.max(high, l);
    }
    return profile.kappa() * (high - low) < 1e-6 * profile.delta();
  }

  static Estimate[] evaluate(Problem problem, Dynamics dynamics, double[] places) {
    Corrections c = Corrections.of(Checked.profile(problem), dynamics);
    Profile p = c.profile();
    Estimate[] out = new Estimate[places.length];
    for (int i = 0; i < out.length; i++) {
      double x = places[i];
      out[i] = new Estimate(leadingOrder(p, x), p.delta() * c.errorOfLeadingOrder(x));
    }
    return out;
  }

  /** Delta (1 - kappa) ln F + (kappa - 1) L0 at a place (unit: loss). */
  static double leadingOrder(Profile p, double x) {
    return (1 - p.kappa()) * (p.delta() * p.shape().logFlatness(x) - p.shape().floor(x));
  }
}
