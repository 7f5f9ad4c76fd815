package org.thalweg.analyzers;

import java.util.Arrays;
import java.util.Optional;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.ValleyShape;

/**
 * How far steps of length h move a stationary marginal along axis 0 from that of continuous time,
 * to first order; the O(h lambda) that two methods are allowed to differ by.
 *
 * <ul>
 *   <li>valley: delta ln p = (kappa/2) ln(1 - h lambda / (2 (1 + mu))), because at fixed x the
 *       variance of y is (D_y/lambda) / (1 - h lambda / (2 (1 + mu)));
 *   <li>one dimension: delta ln p = h (L'^2 / (4 D) - L'' / 2), the modified equation of Shardlow
 *       2006, doi:10.1007/s10543-005-0041-0;
 *   <li>elsewhere h Lambda / 2, Lambda the largest eigenvalue of the Hessian at the place given.
 * </ul>
 */
final class StepEffect {
  private final Problem problem;
  private final Optional<FloorDiffusion> diffusion;

  StepEffect(Problem problem) {
    this.problem = problem;
    this.diffusion = FloorDiffusion.of(problem);
  }

  /** Whether a description has steps at all. */
  static boolean discrete(Dynamics dynamics) {
    return dynamics.kind() != Dynamics.Kind.FOKKER_PLANCK && dynamics.step() > 0;
  }

  /**
   * The bound on delta ln p in every bin.
   *
   * @param dynamics the description
   * @param masses the marginal
   * @param typical a point where walkers are
   * @return one bound per bin
   */
  double[] alongFloor(Dynamics dynamics, Masses masses, double[] typical) {
    double[] out = new double[masses.mass().length];
    if (!discrete(dynamics)) {
      return out;
    }
    Optional<ValleyShape> valley = problem.landscape().valley();
    if (valley.isEmpty() && problem.dim() > 1 || diffusion.isEmpty()) {
      Arrays.fill(out, relative(dynamics, typical));
      return out;
    }
    for (int i = 0; i < out.length; i++) {
      double x = masses.bins().centre(i);
      out[i] = valley.isPresent() ? valley(dynamics, valley.get(), x) : line(dynamics, x);
    }
    double mean = masses.expectation(out);
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.abs(out[i] - mean) / (1 - dynamics.momentum());
    }
    return out;
  }

  private double valley(Dynamics dynamics, ValleyShape valley, double x) {
    double ratio = diffusion.get().across(x) / diffusion.get().along(x);
    double a = dynamics.step() * valley.curvature(x) / (1 + dynamics.momentum());
    double kappa = Double.isFinite(ratio) ? ratio : 1;
    return a < 2 ? kappa / 2 * Math.log1p(-a / 2) : Double.NEGATIVE_INFINITY;
  }

  private double line(Dynamics dynamics, double x) {
    double[] at = {x};
    double[] g = new double[1];
    double[] h = new double[1];
    problem.landscape().gradient(at, g);
    problem.landscape().hessianVector(at, new double[] {1}, h);
    return dynamics.step() * (g[0] * g[0] / (4 * diffusion.get().along(x)) - h[0] / 2);
  }

  /**
   * h Lambda / 2 at a point, the relative size of what steps change.
   *
   * @param dynamics the description
   * @param typical the point
   * @return the bound; zero for a density
   */
  double relative(Dynamics dynamics, double[] typical) {
    if (!discrete(dynamics)) {
      return 0;
    }
    double a = dynamics.step() * largestCurvature(problem.landscape(), typical);
    return a / 2 / Math.max(0, 1 - a / 2) / (1 - dynamics.momentum());
  }

  /**
   * The bound on what steps add to the variance of a coordinate: h D_ii / 2 to first order, because
   * a walker is seen with the last step's noise fresh upon it.
   *
   * @param dynamics the description
   * @param coordinate the coordinate
   * @param typical a point where walkers are
   * @param variance the variance, for where D is not known
   * @return the bound
   */
  double variance(Dynamics dynamics, int coordinate, double[] typical, double variance) {
    if (!discrete(dynamics)) {
      return 0;
    }
    double a = relative(dynamics, typical);
    double fresh =
        diffusion.map(d -> dynamics.step() * d.at(coordinate, typical[0]) / 2).orElse(variance * a);
    return Math.max(fresh, 1e-3 * a * variance) * (1 + a) / (1 - dynamics.momentum());
  }

  /** The largest eigenvalue of the Hessian by magnitude, by forty power iterations. */
  private static double largestCurvature(Landscape landscape, double[] x) {
    int n = x.length;
    double[] v = new double[n];
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      v[i] = 1 + 0.5 * Math.sin(1.7 * i);
    }
    double size = 0;
    for (int k = 0; k < 40; k++) {
      double norm = 0;
      for (double one : v) {
        norm += one * one;
      }
      norm = Math.sqrt(norm);
      if (norm == 0) {
        return 0;
      }
      for (int i = 0; i < n; i++) {
        v[i] /= norm;
      }
      landscape.hessianVector(x, v, out);
      size = 0;
      for (int i = 0; i < n; i++) {
        size += out[i] * out[i];
        v[i] = out[i];
      }
      size = Math.sqrt(size);
    }
    return size;
  }
}
