package org.thalweg.analyzers.curvature;

import java.util.Optional;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.problem.DiffusiveNoise;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.MinibatchNoise;
import org.thalweg.api.problem.NoiseCapabilities;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.SampledEvaluator;
import org.thalweg.api.problem.SampledLandscape;

/**
 * The gradient noise's covariance C at a point, projected on some directions; nothing is drawn.
 *
 * <p>It comes from the closed form in few dimensions, from the gradients of the samples where
 * minibatches of a data set are the noise, and otherwise from the columns of the factor, C = B B^T
 * / eta.
 */
interface NoiseProjection {
  /** Up to here the whole matrix is used. */
  int DENSE = 128;

  /** The most columns of a factor that are gone through at each point. */
  int MOST_CHANNELS = 4096;

  /**
   * Projects.
   *
   * @param t the time
   * @param x the point
   * @param directions the directions v, orthonormal
   * @return v_i.C v_j
   */
  double[][] at(double t, double[] x, double[][] directions);

  /** The projection that a problem's noise has, or empty if its covariance is not known. */
  static Optional<NoiseProjection> of(Problem problem) {
    int dim = problem.dim();
    Optional<HasCovariance> covariance =
        NoiseCapabilities.covariance(problem.noise(), problem.setting());
    if (dim <= DENSE && covariance.isPresent()) {
      return Optional.of(closed(covariance.get(), dim));
    }
    if (problem.landscape() instanceof SampledLandscape data
        && problem.noise() instanceof MinibatchNoise noise
        && noise.sampleShare(0).isPresent()) {
      return Optional.of((t, x, v) -> samples(data, noise.sampleShare(t).orElseThrow(), t, x, v));
    }
    return NoiseCapabilities.diffusive(problem.noise())
        .filter(noise -> noise.channels() <= MOST_CHANNELS)
        .map(noise -> (t, x, v) -> columns(noise, problem, t, x, v));
  }

  private static NoiseProjection closed(HasCovariance noise, int dim) {
    double[] c = new double[dim * dim];
    return (t, x, v) -> {
      noise.covariance(t, x, c);
      double[][] out = new double[v.length][v.length];
      double[] product = new double[dim];
      for (int i = 0; i < v.length; i++) {
        for (int r = 0; r < dim; r++) {
          product[r] = 0;
          for (int s = 0; s < dim; s++) {
            product[r] += c[r * dim + s] * v[i][s];
          }
        }
        for (int j = 0; j < v.length; j++) {
          out[i][j] = Eigenpairs.dot(product, v[j]);
        }
      }
      return out;
    };
  }

  /** Of real samples: a share, such as 1/B, of the covariance of their gradients. */
  private static double[][] samples(
      SampledLandscape data, double share, double t, double[] x, double[][] v) {
    SampledEvaluator evaluator = data.evaluator(1);
    Layout layout = Layout.of(x.length);
    Block point = new Block(x.length, 1, layout);
    Block gradient = new Block(x.length, 1, layout);
    point.setPoint(0, x);
    double[] g = new double[x.length];
    double[] along = new double[v.length];
    double[] mean = new double[v.length];
    double[][] out = new double[v.length][v.length];
    int[][] one = {{0}};
    int n = data.samples();
    for (int s = 0; s < n; s++) {
      one[0][0] = s;
      evaluator.batchGradients(t, point, one, gradient);
      gradient.point(0, g);
      project(g, v, along);
      // Welford's update of means and products
      double[] before = mean.clone();
      for (int i = 0; i < v.length; i++) {
        mean[i] += (along[i] - mean[i]) / (s + 1);
      }
      for (int i = 0; i < v.length; i++) {
        for (int j = 0; j < v.length; j++) {
          out[i][j] += (along[i] - before[i]) * (along[j] - mean[j]);
        }
      }
    }
    scale(out, share / n);
    return out;
  }

  private static double[][] columns(
      DiffusiveNoise noise, Problem problem, double t, double[] x, double[][] v) {
    Layout layout = Layout.of(x.length);
    Block point = new Block(x.length, 1, layout);
    Block unit = new Block(noise.channels(), 1, layout);
    Block column = new Block(x.length, 1, layout);
    point.setPoint(0, x);
    double[] b = new double[x.length];
    double[] along = new double[v.length];
    double[][] out = new double[v.length][v.length];
    var factor = noise.factor(1);
    for (int c = 0; c < noise.channels(); c++) {
      unit.set(c, 0, 1);
      factor.apply(t, point, unit, column);
      unit.set(c, 0, 0);
      column.point(0, b);
      project(b, v, along);
      for (int i = 0; i < v.length; i++) {
        for (int j = 0; j < v.length; j++) {
          out[i][j] += along[i] * along[j];
        }
      }
    }
    scale(out, 1 / problem.setting().learningRate().at(t));
    return out;
  }

  private static void project(double[] what, double[][] v, double[] along) {
    for (int i = 0; i < v.length; i++) {
      along[i] = Eigenpairs.dot(what, v[i]);
    }
  }

  private static void scale(double[][] matrix, double factor) {
    for (double[] row : matrix) {
      for (int j = 0; j < row.length; j++) {
        row[j] *= factor;
      }
    }
  }
}
