package org.thalweg.analyzers.verdict;

import java.util.Arrays;
import java.util.Optional;
import org.thalweg.analyzers.marginal.FloorDiffusion;
import org.thalweg.analyzers.marginal.Masses;
import org.thalweg.analyzers.report.Words;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.ValleyShape;

/**
 * How far steps of length h move a stationary marginal along axis 0 from that of continuous time,
 * to first order; the O(h lambda) that two methods are allowed to differ by. It holds near the
 * steady state; what still moves errs by {@link #moving} beside.
 *
 * <ul>
 *   <li>valley: delta ln p = (kappa/2) ln(1 - h lambda / (2 (1 + mu))), because at fixed x the
 *       variance of y is (D_y/lambda) / (1 - h lambda / (2 (1 + mu)));
 *   <li>one dimension: delta ln p = h (L'^2 / (4 D) - L'' / 2), the modified equation of Shardlow
 *       2006, doi:10.1007/s10543-005-0041-0;
 *   <li>elsewhere h Lambda / 2, Lambda the largest eigenvalue of the Hessian at the place given.
 * </ul>
 */
public final class StepEffect {
  /** Beyond it the logarithm would diverge; there the bound is large, not infinite. */
  private static final double UNSTABLE = 1.98;

  private final Problem problem;
  private final Optional<FloorDiffusion> diffusion;

  /** Of a problem. */
  public StepEffect(Problem problem) {
    this.problem = problem;
    this.diffusion = FloorDiffusion.of(problem);
  }

  /** Whether a description has steps at all. */
  static boolean discrete(Dynamics dynamics) {
    return dynamics.eulerStep() > 0;
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
    boolean still = diffusion.filter(d -> d.along(typical[0]) > 0).isEmpty();
    if (valley.isEmpty() && (problem.dim() > 1 || still) || diffusion.isEmpty()) {
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
    double a = dynamics.eulerStep() * valley.curvature(x) / (1 + dynamics.momentum());
    double kappa = Double.isFinite(ratio) ? ratio : 1;
    return kappa / 2 * Math.log1p(-Math.min(a, UNSTABLE) / 2);
  }

  /**
   * Where steps are too long to be stable, h lambda / (1 + mu) of two or more.
   *
   * @param dynamics the description
   * @param masses the marginal
   * @return what should be known about it, empty if nothing
   */
  String warning(Dynamics dynamics, Masses masses) {
    Optional<ValleyShape> valley = problem.landscape().valley();
    if (!discrete(dynamics) || valley.isEmpty()) {
      return "";
    }
    double most = 0;
    for (int i = 0; i < masses.mass().length; i++) {
      double a = dynamics.eulerStep() * valley.get().curvature(masses.bins().centre(i));
      most = masses.mass()[i] > 1e-4 ? Math.max(most, a / (1 + dynamics.momentum())) : most;
    }
    return most >= 2
        ? "its steps are unstable in a part of the domain, where h lambda reaches "
            + Words.rough(most)
        : "";
  }

  private double line(Dynamics dynamics, double x) {
    double[] at = {x};
    double[] g = new double[1];
    double[] h = new double[1];
    problem.landscape().gradient(at, g);
    problem.landscape().hessianVector(at, new double[] {1}, h);
    return dynamics.eulerStep() * (g[0] * g[0] / (4 * diffusion.get().along(x)) - h[0] / 2);
  }

  /**
   * h Lambda / 2 at a point, the relative size of what steps change.
   *
   * @param dynamics the description
   * @param typical the point
   * @return the bound; zero for a density
   */
  public double relative(Dynamics dynamics, double[] typical) {
    if (!discrete(dynamics)) {
      return 0;
    }
    double a = dynamics.eulerStep() * size(dominant(typical), typical);
    return a / 2 / (1 - Math.min(a, UNSTABLE) / 2) / (1 - dynamics.momentum());
  }

  /**
   * The bound on how far steps move the mean of a coordinate: in a quadratic not at all, else h
   * Lambda / 2 standard deviations times the relative change of the Hessian over one of them.
   *
   * @param dynamics the description
   * @param typical a point where walkers are
   * @param sd the standard deviation of the coordinate
   * @return the bound
   */
  double mean(Dynamics dynamics, double[] typical, double sd) {
    double relative = relative(dynamics, typical);
    if (relative == 0) {
      return 0;
    }
    double[] v = dominant(typical);
    double here = size(v, typical);
    double[] beside = typical.clone();
    double change = 0;
    for (int side = -1; side <= 1; side += 2) {
      for (int i = 0; i < beside.length; i++) {
        beside[i] = typical[i] + side * sd * v[i];
      }
      change = Math.max(change, Math.abs(size(v, beside) - here));
    }
    return sd * relative * Math.min(1, change / here);
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
        diffusion
            .map(d -> dynamics.eulerStep() * d.at(coordinate, typical[0]) / 2)
            .orElse(variance * a);
    return Math.max(fresh, 1e-3 * a * variance) * (1 + a) / (1 - dynamics.momentum());
  }

  /**
   * The bound on what steps change in a number that still moves.
   *
   * <p>On a quadratic, steps make the clock run by h lambda / 2 too fast, so that a number m errs
   * by h lambda / 2 t |dm/dt|; twice that is allowed, because a walker over a barrier feels two
   * curvatures. Where the noise depends on the place, a motion along a floor that noise drives errs
   * by more, under the linearised random shift its diffusion by (5/2) h lambda (S2), and six times
   * as much is allowed.
   *
   * @param dynamics the description
   * @param typical a point where walkers are
   * @param before a point where they were
   * @param motion t |dm/dt|
   * @return the bound; zero for a density
   */
  double moving(Dynamics dynamics, double[] typical, double[] before, double motion) {
    if (!discrete(dynamics)) {
      return 0;
    }
    double half = Math.max(relative(dynamics, typical), relative(dynamics, before));
    return (problem.noise().traits().additive() ? 2 : 6) * half * motion;
  }

  /**
   * The bound on delta ln p in every bin of a marginal that still moves, as of a normal density
   * whose mean and variance err.
   *
   * @param masses the marginal
   * @param mean the bound on the error of its mean
   * @param variance the bound on the error of its variance
   * @return one bound per bin
   */
  static double[] moved(Masses masses, double mean, double variance) {
    double[] x = masses.bins().centres();
    double centre = masses.expectation(x);
    double[] square = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      square[i] = (x[i] - centre) * (x[i] - centre);
    }
    double width = masses.bins().width();
    double spread = Math.max(masses.expectation(square), width * width / 12);
    double[] out = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      out[i] =
          mean * Math.abs(x[i] - centre) / spread
              + variance / (2 * spread) * Math.abs(square[i] / spread - 1);
    }
    return out;
  }

  /** |H v| at a point. */
  private double size(double[] v, double[] x) {
    double[] out = new double[v.length];
    problem.landscape().hessianVector(x, v, out);
    return norm(out);
  }

  /** The direction of the Hessian's largest eigenvalue by magnitude, by forty power iterations. */
  private double[] dominant(double[] x) {
    double[] v = new double[x.length];
    double[] out = new double[x.length];
    for (int i = 0; i < v.length; i++) {
      v[i] = 1 + 0.5 * Math.sin(1.7 * i);
    }
    for (int k = 0; k < 40; k++) {
      double norm = norm(v);
      for (int i = 0; i < v.length; i++) {
        v[i] /= norm;
      }
      problem.landscape().hessianVector(x, v, out);
      if (norm(out) == 0) {
        return v;
      }
      System.arraycopy(out, 0, v, 0, v.length);
    }
    double norm = norm(v);
    for (int i = 0; i < v.length; i++) {
      v[i] /= norm;
    }
    return v;
  }

  private static double norm(double[] v) {
    double sum = 0;
    for (double one : v) {
      sum += one * one;
    }
    return Math.sqrt(sum);
  }
}
