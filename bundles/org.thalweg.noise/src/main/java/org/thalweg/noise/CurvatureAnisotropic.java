package org.thalweg.noise;

import org.thalweg.api.block.Block;
import org.thalweg.api.math.BlockMath;
import org.thalweg.api.problem.DiffusiveNoise;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.NoiseFactor;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Traits;
import org.thalweg.api.problem.ValleyShape;

/**
 * Anisotropic noise whose strength follows the valley's curvature: D(x) = D(lambda0)
 * (lambda(x)/lambda0)^power for both axes.
 *
 * <p>Where lambda is negative the power is not a number, and walkers count as diverged.
 *
 * @param along D_x at lambda0 (theta^2/time)
 * @param across D_y at lambda0 (theta^2/time)
 * @param power the power
 * @param valley gives lambda(x) and lambda0
 * @param setting gives the learning rate of C = 2 D/eta
 */
record CurvatureAnisotropic(
    double along, double across, double power, ValleyShape valley, Setting setting)
    implements DiffusiveNoise, HasCovariance {
  @Override
  public Traits traits() {
    // B depends on x alone: b_x d/dx changes b_y but not the other way round.
    return new Traits(false, Traits.Form.DIAGONAL, false);
  }

  @Override
  public int channels() {
    return 2;
  }

  @Override
  public NoiseFactor factor(int walkers) {
    double[] b = {Math.sqrt(2 * along), Math.sqrt(2 * across)};
    double[] strength = new double[walkers];
    return (t, x, dz, out) -> {
      strengths(x, strength);
      Rows.scale(b, 1, dz, out);
      for (int l = 0; l < out.lines(); l++) {
        multiply(out.line(l), strength, out.byCoordinate() ? -1 : l);
      }
    };
  }

  /**
   * Multiplies a line by the strength of each of its walkers, or of the one walker it belongs to.
   */
  private static void multiply(double[] line, double[] strength, int walker) {
    if (walker < 0) {
      for (int j = 0; j < line.length; j++) {
        line[j] *= strength[j];
      }
    } else {
      for (int j = 0; j < line.length; j++) {
        line[j] *= strength[walker];
      }
    }
  }

  /** Writes (lambda/lambda0)^(power/2) of each walker. */
  private void strengths(Block x, double[] out) {
    int n = x.walkers();
    double inverse = 1 / valley.referenceCurvature();
    for (int w = 0; w < n; w++) {
      out[w] = inverse * valley.curvature(x.get(0, w));
    }
    BlockMath.log(out, out, n);
    double half = 0.5 * power;
    for (int w = 0; w < n; w++) {
      out[w] = half * out[w];
    }
    BlockMath.exp(out, out, n);
  }

  @Override
  public void covariance(double t, double[] x, double[] out) {
    double ratio = valley.curvature(x[0]) / valley.referenceCurvature();
    double scale = 2 * BlockMath.exp(power * BlockMath.log(ratio)) / setting.learningRate().at(t);
    out[0] = along * scale;
    out[1] = 0;
    out[2] = 0;
    out[3] = across * scale;
  }
}
