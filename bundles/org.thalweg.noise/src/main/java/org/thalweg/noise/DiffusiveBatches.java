package org.thalweg.noise;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.problem.DiffusiveNoise;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.MinibatchNoise;
import org.thalweg.api.problem.MinibatchSampler;
import org.thalweg.api.problem.NoiseFactor;
import org.thalweg.api.problem.SampledEvaluator;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Traits;

/**
 * Independent minibatches of few enough samples that the Gaussian noise of the same covariance can
 * be had too, from the gradient of every sample.
 *
 * <p>SGD draws real samples; Langevin and Fokker-Planck methods see the covariance alone.
 *
 * @param drawn the minibatches
 * @param learningRate eta(t)
 */
record DiffusiveBatches(SampledBatches drawn, Schedule learningRate)
    implements MinibatchNoise, DiffusiveNoise, HasCovariance {
  @Override
  public Traits traits() {
    return drawn.traits();
  }

  @Override
  public int channels() {
    return drawn.landscape().samples();
  }

  @Override
  public OptionalDouble sampleShare(double t) {
    return drawn.sampleShare(t);
  }

  @Override
  public MinibatchSampler sampler(int walkers) {
    return drawn.sampler(walkers);
  }

  @Override
  public NoiseFactor factor(int walkers) {
    SampledEvaluator evaluator = drawn.landscape().evaluator(walkers);
    int dim = drawn.landscape().dim();
    Block gradient = new Block(dim, walkers, Layout.of(dim));
    int[][] one = new int[walkers][1];
    double[] mean = new double[walkers];
    int samples = channels();
    return (t, x, dz, out) -> {
      double scale = Math.sqrt(learningRate.at(t) * drawn.share(t) / samples);
      means(dz, mean);
      out.fill(0);
      for (int n = 0; n < samples; n++) {
        for (int[] batch : one) {
          batch[0] = n;
        }
        evaluator.batchGradients(t, x, one, gradient);
        // sum (g_n - g) dz_n = sum g_n (dz_n - mean dz), which needs one pass only
        for (int w = 0; w < mean.length; w++) {
          add(scale * (dz.get(n, w) - mean[w]), gradient, out, w);
        }
      }
    };
  }

  private static void means(Block dz, double[] mean) {
    Arrays.fill(mean, 0);
    for (int n = 0; n < dz.rows(); n++) {
      for (int w = 0; w < mean.length; w++) {
        mean[w] += dz.get(n, w);
      }
    }
    for (int w = 0; w < mean.length; w++) {
      mean[w] /= dz.rows();
    }
  }

  private static void add(double factor, Block gradient, Block out, int walker) {
    for (int i = 0; i < out.rows(); i++) {
      out.set(i, walker, out.get(i, walker) + factor * gradient.get(i, walker));
    }
  }

  @Override
  public void covariance(double t, double[] x, double[] out) {
    int dim = x.length;
    SampledEvaluator evaluator = drawn.landscape().evaluator(1);
    Block point = new Block(dim, 1, Layout.of(dim));
    Block gradient = new Block(dim, 1, Layout.of(dim));
    point.setPoint(0, x);
    int[][] one = new int[1][1];
    double[] mean = new double[dim];
    double[] before = new double[dim];
    double[] g = new double[dim];
    double scale = drawn.share(t) / channels();
    Arrays.fill(out, 0, dim * dim, 0);
    for (int n = 0; n < channels(); n++) {
      one[0][0] = n;
      evaluator.batchGradients(t, point, one, gradient);
      gradient.point(0, g);
      // Welford's update: products of deviations from the mean before, weighted n/(n + 1)
      for (int i = 0; i < dim; i++) {
        before[i] = g[i] - mean[i];
        mean[i] += before[i] / (n + 1);
      }
      double weight = scale * n / (n + 1);
      for (int i = 0; i < dim; i++) {
        for (int j = 0; j < dim; j++) {
          out[i * dim + j] += weight * (before[i] * before[j]);
        }
      }
    }
  }
}
