package org.thalweg.analyzers.marginal;

import java.util.Optional;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.NoiseCapabilities;
import org.thalweg.api.problem.Problem;

/**
 * The diagonal of the diffusion matrix D = eta C / 2 on the floor, the line on which every
 * coordinate but the first is zero (unit: theta^2 / time).
 */
public final class FloorDiffusion {
  private static final double SAME = 1e-7;

  private final HasCovariance noise;
  private final double eta;
  private final int dim;

  private FloorDiffusion(HasCovariance noise, double eta, int dim) {
    this.noise = noise;
    this.eta = eta;
    this.dim = dim;
  }

  /** The diffusion, where the noise gives its covariance in closed form and few dimensions. */
  public static Optional<FloorDiffusion> of(Problem problem) {
    if (problem.dim() > 8) {
      return Optional.empty();
    }
    double eta = problem.setting().learningRate().at(0);
    return NoiseCapabilities.covariance(problem.noise(), problem.setting())
        .map(c -> new FloorDiffusion(c, eta, problem.dim()));
  }

  /** The diffusion of one coordinate at a place on the floor. */
  public double at(int coordinate, double x) {
    double[] point = new double[dim];
    double[] c = new double[dim * dim];
    point[0] = x;
    noise.covariance(0, point, c);
    return eta * c[coordinate * (dim + 1)] / 2;
  }

  /** D_xx. */
  public double along(double x) {
    return at(0, x);
  }

  /** D_yy. */
  public double across(double x) {
    return at(1, x);
  }

  /** Whether D_xx and D_yy are positive in all bins. */
  public boolean positive(Bins bins) {
    for (int i = 0; i < bins.count(); i++) {
      if (!(along(bins.centre(i)) > 0) || !(across(bins.centre(i)) > 0)) {
        return false;
      }
    }
    return true;
  }

  /** Whether D_xx and D_yy are positive and the same in all bins. */
  public boolean constant(Bins bins) {
    double xx = along(bins.centre(0));
    double yy = across(bins.centre(0));
    if (!positive(bins)) {
      return false;
    }
    for (int i = 1; i < bins.count(); i++) {
      double x = bins.centre(i);
      if (Math.abs(along(x) - xx) > SAME * xx || Math.abs(across(x) - yy) > SAME * yy) {
        return false;
      }
    }
    return true;
  }
}
