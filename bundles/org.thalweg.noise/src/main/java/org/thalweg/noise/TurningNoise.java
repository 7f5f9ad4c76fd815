package org.thalweg.noise;

import org.thalweg.api.block.Block;
import org.thalweg.api.math.BlockMath;
import org.thalweg.api.problem.DiffusiveNoise;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.NoiseFactor;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Traits;

/**
 * The turning noise: B = R diag(sqrt(2 D_1), sqrt(2 D_2)), R = ((c, -s), (s, c)), c and s cosine
 * and sine of turn sin(wave x).
 *
 * @param parameters the parameters
 * @param setting gives the learning rate of C = 2 D/eta
 */
record TurningNoise(Turning.Params parameters, Setting setting)
    implements DiffusiveNoise, HasCovariance {
  @Override
  public Traits traits() {
    return new Traits(false, Traits.Form.FULL, false);
  }

  @Override
  public int channels() {
    return 2;
  }

  @Override
  public NoiseFactor factor(int walkers) {
    double along = Math.sqrt(2 * parameters.along());
    double across = Math.sqrt(2 * parameters.across());
    double[] sine = new double[walkers];
    double[] cosine = new double[walkers];
    return (t, x, dz, out) -> {
      for (int w = 0; w < walkers; w++) {
        sine[w] = parameters.wave() * x.get(0, w);
      }
      BlockMath.sin(sine, sine, walkers);
      for (int w = 0; w < walkers; w++) {
        sine[w] = parameters.turn() * sine[w];
      }
      BlockMath.sinCos(sine, sine, cosine, walkers);
      if (x.byCoordinate()) {
        row(cosine, along, dz.line(0), sine, -across, dz.line(1), out.line(0));
        row(sine, along, dz.line(0), cosine, across, dz.line(1), out.line(1));
      } else {
        byWalker(sine, cosine, along, across, dz, out);
      }
    };
  }

  private static void row(
      double[] c0, double b0, double[] dz0, double[] c1, double b1, double[] dz1, double[] out) {
    for (int j = 0; j < out.length; j++) {
      out[j] = c0[j] * (b0 * dz0[j]) + c1[j] * (b1 * dz1[j]);
    }
  }

  private static void byWalker(
      double[] sine, double[] cosine, double along, double across, Block dz, Block out) {
    for (int w = 0; w < out.lines(); w++) {
      double first = along * dz.line(w)[0];
      double second = across * dz.line(w)[1];
      out.line(w)[0] = cosine[w] * first - sine[w] * second;
      out.line(w)[1] = sine[w] * first + cosine[w] * second;
    }
  }

  @Override
  public void covariance(double t, double[] x, double[] out) {
    double angle = parameters.turn() * BlockMath.sin(parameters.wave() * x[0]);
    double s = BlockMath.sin(angle);
    double c = BlockMath.cos(angle);
    double scale = 2 / setting.learningRate().at(t);
    double mixed = scale * (parameters.along() - parameters.across()) * s * c;
    out[0] = scale * (parameters.along() * c * c + parameters.across() * s * s);
    out[1] = mixed;
    out[2] = mixed;
    out[3] = scale * (parameters.along() * s * s + parameters.across() * c * c);
  }
}
