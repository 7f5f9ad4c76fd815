package org.thalweg.analyzers.floor;

import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.thalweg.analyzers.marginal.Bins;
import org.thalweg.analyzers.marginal.FloorDiffusion;
import org.thalweg.analyzers.marginal.Masses;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Problem;

/**
 * The slow motion along the floor: the reversible walk between neighbouring bins that has a given
 * stationary marginal and the diffusion D_xx on the floor, solved by its eigenmodes.
 *
 * <p>From bin i to j it jumps at the rate D_xx sqrt(p_j / p_i) / w^2, w the width of a bin, which
 * is the Fokker-Planck equation of the marginal to second order in w.
 */
public final class FloorWalk {
  /** Bins less likely than this part of the likeliest are taken as that likely. */
  private static final double LEAST = 1e-10;

  private final double[] root;
  private final double[] rates;
  private final RealMatrix modes;
  private final int still;

  private FloorWalk(double[] root, EigenDecomposition eigen) {
    this.root = root;
    this.rates = eigen.getRealEigenvalues();
    this.modes = eigen.getV();
    int least = 0;
    for (int k = 1; k < rates.length; k++) {
      least = rates[k] < rates[least] ? k : least;
    }
    this.still = least;
  }

  /**
   * The walk of a problem.
   *
   * @param problem the problem, in one or two dimensions
   * @param masses the stationary marginal
   * @return the walk, or empty if the noise does not tell a positive D_xx
   */
  public static Optional<FloorWalk> of(Problem problem, Masses masses) {
    Optional<FloorDiffusion> diffusion = FloorDiffusion.of(problem);
    if (diffusion.isEmpty() || problem.dim() > 2) {
      return Optional.empty();
    }
    Bins bins = masses.bins();
    int n = bins.count();
    double[] root = roots(masses);
    double perArea = 1 / (bins.width() * bins.width());
    boolean ring = problem.domain().get(0).lower() == Edge.PERIODIC;
    RealMatrix matrix = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < (ring ? n : n - 1); i++) {
      int j = (i + 1) % n;
      double d = diffusion.get().along(bins.edge(i + 1)) * perArea;
      if (!(d > 0)) {
        return Optional.empty();
      }
      matrix.addToEntry(i, i, d * root[j] / root[i]);
      matrix.addToEntry(j, j, d * root[i] / root[j]);
      matrix.addToEntry(i, j, -d);
      matrix.addToEntry(j, i, -d);
    }
    return Optional.of(new FloorWalk(root, new EigenDecomposition(matrix)));
  }

  private static double[] roots(Masses masses) {
    double most = 0;
    for (double m : masses.mass()) {
      most = Math.max(most, m);
    }
    double[] root = new double[masses.mass().length];
    for (int i = 0; i < root.length; i++) {
      root[i] = Math.sqrt(Math.max(LEAST * most, masses.mass()[i]));
    }
    return root;
  }

  /** The rate of the slowest mode (unit: 1 / time). */
  public double gap() {
    double gap = Double.POSITIVE_INFINITY;
    for (int k = 0; k < rates.length; k++) {
      gap = k == still ? gap : Math.min(gap, rates[k]);
    }
    return Math.max(0, gap);
  }

  /**
   * What is left of a start.
   *
   * @param start the probabilities at the start
   * @param time the time since
   * @return the difference of the probabilities from the stationary ones
   */
  public double[] left(double[] start, double time) {
    double[] out = new double[root.length];
    for (int k = 0; k < rates.length; k++) {
      if (k == still) {
        continue;
      }
      double[] mode = modes.getColumn(k);
      double share = 0;
      for (int i = 0; i < out.length; i++) {
        share += mode[i] * start[i] / root[i];
      }
      share *= Math.exp(-Math.max(0, rates[k]) * time);
      for (int i = 0; i < out.length; i++) {
        out[i] += share * mode[i] * root[i];
      }
    }
    return out;
  }
}
