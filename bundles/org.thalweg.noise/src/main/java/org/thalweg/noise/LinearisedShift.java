package org.thalweg.noise;

import java.util.Arrays;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.problem.DiffusiveNoise;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeEvaluator;
import org.thalweg.api.problem.MinibatchNoise;
import org.thalweg.api.problem.MinibatchSampler;
import org.thalweg.api.problem.NoiseFactor;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.ShiftNoise;
import org.thalweg.api.problem.Traits;

/**
 * The linearised random shift as a diffusion: g = grad L + H s, s ~ N(0, S^2), S =
 * diag(sigma)/sqrt(batch), so that B = sqrt(eta) H S and C = H S^2 H.
 *
 * <p>A minibatch's shift is s = -S dW/sqrt(eta), so that an SGD step is the Euler-Maruyama step on
 * the same Brownian path; gradient and H s are asked for together, since they share most of their
 * work.
 *
 * @param sigma the shift's standard deviation per sample and axis (theta)
 * @param setting the landscape, learning rate and batch size
 */
record LinearisedShift(double[] sigma, Setting setting)
    implements DiffusiveNoise, MinibatchNoise, HasCovariance, ShiftNoise {
  @Override
  public Traits traits() {
    // B is constant only where H is, which a landscape does not tell.
    return new Traits(false, Traits.Form.FULL, false);
  }

  @Override
  public double[] shift(double t) {
    double[] out = sigma.clone();
    Rows.multiply(1 / Math.sqrt(setting.batch().at(t)), out);
    return out;
  }

  @Override
  public boolean exact() {
    return false;
  }

  @Override
  public int channels() {
    return sigma.length;
  }

  @Override
  public NoiseFactor factor(int walkers) {
    LandscapeEvaluator landscape = setting.landscape().evaluator(walkers);
    Block shift = new Block(sigma.length, walkers, Layout.of(sigma.length));
    return (t, x, dz, out) -> {
      double eta = setting.learningRate().at(t);
      Rows.scale(sigma, Math.sqrt(eta / setting.batch().at(t)), dz, shift);
      landscape.hessianVectors(t, x, shift, out);
    };
  }

  @Override
  public MinibatchSampler sampler(int walkers) {
    LandscapeEvaluator landscape = setting.landscape().evaluator(walkers);
    Layout layout = Layout.of(sigma.length);
    Block shift = new Block(sigma.length, walkers, layout);
    Block scratch = new Block(sigma.length, walkers, layout);
    return (t, x, memory, draws, out) -> {
      double eta = setting.learningRate().at(t);
      draws.increments(eta, shift);
      Rows.scale(sigma, -1 / Math.sqrt(eta * setting.batch().at(t)), shift, shift);
      landscape.linearisedGradients(t, x, shift, out, scratch);
    };
  }

  @Override
  public void covariance(double t, double[] x, double[] out) {
    Landscape landscape = setting.landscape();
    int dim = sigma.length;
    double[] unit = new double[dim];
    double[] column = new double[dim];
    Arrays.fill(out, 0, dim * dim, 0);
    double batch = setting.batch().at(t);
    for (int k = 0; k < dim; k++) {
      // One column of H S; the product of two of its numbers is symmetric to the last bit.
      unit[k] = Math.sqrt(sigma[k] * sigma[k] / batch);
      landscape.hessianVector(t, x, unit, column);
      unit[k] = 0;
      for (int i = 0; i < dim; i++) {
        for (int j = 0; j < dim; j++) {
          out[i * dim + j] += column[i] * column[j];
        }
      }
    }
  }
}
