package org.thalweg.analyzers;

import java.util.function.DoubleUnaryOperator;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.Traits;

/**
 * Diffusion D_y = strength(x), D_x = D_y / 4, for tests.
 *
 * @param strength D_y along the floor
 */
public record StateDependent(DoubleUnaryOperator strength) implements HasCovariance {
  @Override
  public Traits traits() {
    return new Traits(false, Traits.Form.DIAGONAL, false);
  }

  @Override
  public int channels() {
    return 2;
  }

  @Override
  public void covariance(double t, double[] x, double[] out) {
    double d = 2 / Fixtures.ETA * strength.applyAsDouble(x[0]);
    out[0] = d / 4;
    out[1] = 0;
    out[2] = 0;
    out[3] = d;
  }
}
