package org.thalweg.theory;

import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Divergence;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.ShiftNoise;
import org.thalweg.api.problem.Start;
import org.thalweg.api.problem.Traits;
import org.thalweg.theory.Fixtures.Valley;

/** Valleys with shifted minibatches, for tests. */
final class Shifts {
  /** lambda = 1 + 0.2 x, of section S2's first table. */
  static final Valley LINEAR = new Valley(x -> 1 + 0.2 * x, x -> 0.2, x -> 0, 1, 0);

  /** The ring valley of section S2, lambda from 0.2 to 1.8. */
  static final Valley RING = Valley.cosine(1, 0.8);

  private Shifts() {}

  /** A shift of the same size along both axes. */
  record Shift(double sigma, boolean exact) implements ShiftNoise {
    @Override
    public Traits traits() {
      return new Traits(false, Traits.Form.FULL, false);
    }

    @Override
    public int channels() {
      return 2;
    }

    @Override
    public double[] shift(double t) {
      return new double[] {sigma, sigma};
    }
  }

  static Problem problem(
      Valley valley, double eta, double sigma, boolean exact, Start start, Axis along) {
    Setting setting = new Setting(valley, Schedule.constant(eta), Schedule.constant(1));
    return new Problem(
        setting,
        new Shift(sigma, exact),
        start,
        java.util.List.of(along, Axis.UNBOUNDED),
        100,
        new Divergence(1e3));
  }

  static Problem linear(double eta, double sigma, boolean exact) {
    return problem(LINEAR, eta, sigma, exact, (draws, x) -> {}, Axis.UNBOUNDED);
  }

  static Problem ring(double eta, double sigma, boolean exact) {
    Axis ring = Fixtures.ring(-Math.PI, Math.PI);
    return problem(RING, eta, sigma, exact, (draws, x) -> {}, ring);
  }

  static Dynamics sgd(double eta) {
    return new Dynamics(Dynamics.Kind.DISCRETE_SGD, eta, 0);
  }
}
