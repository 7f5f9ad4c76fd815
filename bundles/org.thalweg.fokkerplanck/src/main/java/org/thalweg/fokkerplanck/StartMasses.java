package org.thalweg.fokkerplanck;

import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.ProductStart;

/**
 * Puts a start onto the cells without moving its mean: a point between two centres is shared by
 * both in proportion (cloud in cell), so that even a point start errs by the second order of the
 * width only; what is nearer to one of them is spread over its neighbours, so that the variance is
 * h^2/4 too large wherever the point is, and two grids extrapolate. Beside an absorbing edge the
 * share follows the density's line to zero on the edge.
 */
final class StartMasses {
  private StartMasses() {}

  /** The state at time 0; what starts on an absorbing edge, or beyond it, has left already. */
  static GridState of(ProductStart start, Grid grid) {
    double[][] along = new double[grid.dim()][];
    double[][] outside = new double[grid.dim()][2];
    for (int a = 0; a < grid.dim(); a++) {
      along[a] = alongAxis(start, a, grid.axis(a), outside[a]);
    }
    GridState state = new GridState(new double[grid.cells()]);
    double stayed = 0;
    for (double v : along[0]) {
      stayed += v;
    }
    for (int k = 0; k < grid.cells(); k++) {
      state.mass[k] = along[0][k / grid.ny] * (grid.dim() == 2 ? along[1][k % grid.ny] : 1);
    }
    state.absorbed[0] = outside[0][0];
    state.absorbed[1] = outside[0][1];
    if (grid.dim() == 2) {
      state.absorbed[2] = stayed * outside[1][0];
      state.absorbed[3] = stayed * outside[1][1];
    }
    return state;
  }

  private static double[] alongAxis(ProductStart start, int a, CellAxis axis, double[] outside) {
    int n = axis.cells();
    double h = axis.width();
    double[] mass = new double[n];
    // Three lengths of the domain take in every tail that the experiment's check lets pass.
    double probability = start.cumulative(a, axis.centre(-n - 1));
    double moment = start.partialMean(a, axis.centre(-n - 1));
    double left = probability;
    for (int i = -n - 1; i < 2 * n; i++) {
      double nextProbability = start.cumulative(a, axis.centre(i + 1));
      double nextMoment = start.partialMean(a, axis.centre(i + 1));
      double between = Math.max(0, nextProbability - probability);
      double upper =
          Math.max(0, Math.min(between, (nextMoment - moment - axis.centre(i) * between) / h));
      double lower = between - upper;
      double lost = 0;
      if (i == -1 && axis.lower() == Edge.ABSORBING) {
        lost = Math.min(lower, upper);
      } else if (i == n - 1 && axis.upper() == Edge.ABSORBING) {
        lost = -Math.min(lower, upper);
      }
      double share = between > 0 ? upper / between - 0.5 : 0;
      double spread = between * share * share;
      if (spread > 0 && inside(axis, share < 0 ? i : i + 1)) {
        // from the nearer node to both of its neighbours
        give(axis, share < 0 ? i - 1 : i, spread / 2, mass, outside);
        give(axis, share < 0 ? i + 1 : i + 2, spread / 2, mass, outside);
        lower -= share < 0 ? spread : 0;
        upper -= share < 0 ? 0 : spread;
      }
      give(axis, i, left + lower + lost, mass, outside);
      left = upper - lost;
      probability = nextProbability;
      moment = nextMoment;
    }
    give(axis, 2 * n, left + Math.max(0, 1 - probability), mass, outside);
    return mass;
  }

  /** Whether a node and its neighbours are cells, so that spreading over them moves no mean. */
  private static boolean inside(CellAxis axis, int i) {
    return axis.lower() == Edge.PERIODIC || (i >= 1 && i <= axis.cells() - 2);
  }

  /** Gives mass to the node at centre i, which may lie outside: mirrored, wrapped or absorbed. */
  private static void give(CellAxis axis, int i, double amount, double[] mass, double[] outside) {
    if (amount == 0) {
      return;
    }
    int landed = axis.land(i);
    if (landed >= 0) {
      mass[landed] += amount;
    } else {
      outside[-1 - landed] += amount;
    }
  }
}
