package org.thalweg.noise;

import java.util.Optional;
import org.thalweg.api.problem.DiffusiveNoise;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.NoiseFactor;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Traits;

/**
 * Anisotropic noise that is the same everywhere, the additive case: B = diag(sqrt(2 D_x), sqrt(2
 * D_y)).
 *
 * @param along D_x (theta^2/time)
 * @param across D_y (theta^2/time)
 * @param setting gives the learning rate of C = 2 D/eta
 */
record ConstantAnisotropic(double along, double across, Setting setting)
    implements DiffusiveNoise, HasCovariance {
  @Override
  public Traits traits() {
    return new Traits(true, Traits.Form.DIAGONAL, true);
  }

  @Override
  public int channels() {
    return 2;
  }

  private double[] diagonal() {
    return new double[] {Math.sqrt(2 * along), Math.sqrt(2 * across)};
  }

  @Override
  public NoiseFactor factor(int walkers) {
    double[] b = diagonal();
    return (t, x, dz, out) -> Rows.scale(b, 1, dz, out);
  }

  @Override
  public Optional<double[]> constantDiagonal() {
    return Optional.of(diagonal());
  }

  @Override
  public void covariance(double t, double[] x, double[] out) {
    double eta = setting.learningRate().at(t);
    out[0] = 2 * along / eta;
    out[1] = 0;
    out[2] = 0;
    out[3] = 2 * across / eta;
  }
}
