package org.thalweg.noise;

import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.problem.DiffusiveNoise;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.LandscapeEvaluator;
import org.thalweg.api.problem.MinibatchNoise;
import org.thalweg.api.problem.MinibatchSampler;
import org.thalweg.api.problem.NoiseFactor;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Traits;

/**
 * g = (1 + zeta)(grad L + H s): for discrete SGD as it is, for Langevin a factor of the same
 * covariance, B dW = sqrt(eta) (r grad L dW_0 + sqrt(1 + r^2) H S dW), r^2 = relative^2/batch.
 *
 * @param relative the curvature's relative standard deviation per sample
 * @param sigma the shift's standard deviation per sample and axis (theta)
 * @param setting the landscape, learning rate and batch size
 */
record CurvatureNoise(double relative, double[] sigma, Setting setting)
    implements DiffusiveNoise, MinibatchNoise, HasCovariance {
  @Override
  public Traits traits() {
    return new Traits(false, Traits.Form.FULL, false);
  }

  @Override
  public int channels() {
    return 1 + sigma.length;
  }

  @Override
  public MinibatchSampler sampler(int walkers) {
    LandscapeEvaluator landscape = setting.landscape().evaluator(walkers);
    Layout layout = Layout.of(sigma.length);
    Block zeta = new Block(1, walkers, layout);
    Block shift = new Block(sigma.length, walkers, layout);
    Block scratch = new Block(sigma.length, walkers, layout);
    return (t, x, memory, draws, out) -> {
      double root = 1 / Math.sqrt(setting.batch().at(t));
      draws.normals(zeta);
      draws.normals(shift);
      Rows.scale(sigma, root, shift, shift);
      landscape.linearisedGradients(t, x, shift, out, scratch);
      multiply(relative * root, zeta, out);
    };
  }

  /** out = (1 + factor zeta) out, walker by walker. */
  private static void multiply(double factor, Block zeta, Block out) {
    for (int l = 0; l < out.lines(); l++) {
      double[] line = out.line(l);
      if (out.byCoordinate()) {
        double[] z = zeta.line(0);
        for (int j = 0; j < line.length; j++) {
          line[j] *= 1 + factor * z[j];
        }
      } else {
        Rows.multiply(1 + factor * zeta.get(0, l), line);
      }
    }
  }

  @Override
  public NoiseFactor factor(int walkers) {
    LandscapeEvaluator landscape = setting.landscape().evaluator(walkers);
    int dim = sigma.length;
    Layout layout = Layout.of(dim);
    Block gradient = new Block(dim, walkers, layout);
    Block shift = new Block(dim, walkers, layout);
    return (t, x, dz, out) -> {
      double batch = setting.batch().at(t);
      double r2 = relative * relative / batch;
      double root = Math.sqrt(setting.learningRate().at(t));
      for (int i = 0; i < dim; i++) {
        double scale = sigma[i] * root * Math.sqrt((1 + r2) / batch);
        for (int w = 0; w < shift.walkers(); w++) {
          shift.set(i, w, scale * dz.get(1 + i, w));
        }
      }
      landscape.hessianVectors(t, x, shift, out);
      landscape.gradients(t, x, gradient);
      double along = Math.sqrt(r2) * root;
      for (int i = 0; i < dim; i++) {
        for (int w = 0; w < out.walkers(); w++) {
          out.set(i, w, out.get(i, w) + along * dz.get(0, w) * gradient.get(i, w));
        }
      }
    };
  }

  @Override
  public void covariance(double t, double[] x, double[] out) {
    new LinearisedShift(sigma, setting).covariance(t, x, out);
    int dim = x.length;
    double r2 = relative * relative / setting.batch().at(t);
    double[] gradient = new double[dim];
    setting.landscape().gradient(t, x, gradient);
    for (int i = 0; i < dim; i++) {
      for (int j = 0; j < dim; j++) {
        out[i * dim + j] = (1 + r2) * out[i * dim + j] + r2 * (gradient[i] * gradient[j]);
      }
    }
  }
}
