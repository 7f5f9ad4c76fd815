package org.thalweg.fokkerplanck;

import java.util.Arrays;
import java.util.List;

/**
 * The factored form of a generator for direct solves, one dense front per node of the dissection
 * (Duff, Reid 1983, doi:10.1145/356044.356047).
 *
 * <p>Three uses: implicit steps, (I - s A) u = f with A the generator's transpose; the steady state
 * A p = 0; and -A u = f or its transpose, for modes and times of passage. Without pivoting: for
 * non-negative rates none is needed, and non-negative right-hand sides give non-negative solutions
 * in floating point. With negative rates (the nine-point scheme's) it is plain elimination, whose
 * growth {@link #solve} users check by the residual.
 */
final class MultifrontalFactors {
  private final Generator generator;
  private final Dissection order;
  private final List<Dissection.Node> nodes;
  private final double[] inverse;
  private final double[][][] rows;
  private final double[] work;
  private final double[] front;

  /** What is factored, and whether only the part is kept that a steady state wants. */
  private enum Use {
    IMPLICIT,
    STEADY,
    INVERSE
  }

  private MultifrontalFactors(
      Generator generator, Transposed incoming, Dissection order, double s, Use use) {
    this.generator = generator;
    this.order = order;
    nodes = order.nodes();
    int n = generator.cells();
    inverse = new double[n];
    rows = new double[nodes.size()][][];
    work = new double[n];
    int widest = 0;
    for (Dissection.Node node : nodes) {
      widest = Math.max(widest, node.pivots() + node.boundary.length);
    }
    front = new double[widest];
    factor(incoming, s, use);
  }

  /** Factors I - s A. */
  static MultifrontalFactors implicit(
      Generator g, Transposed incoming, Dissection order, double s) {
    return new MultifrontalFactors(g, incoming, order, s, Use.IMPLICIT);
  }

  /**
   * Factors A itself for the steady state.
   *
   * @throws IllegalStateException if part of the grid cannot be left, with the place
   */
  static MultifrontalFactors steady(Generator g, Transposed incoming, Dissection order) {
    return new MultifrontalFactors(g, incoming, order, 1, Use.STEADY);
  }

  /**
   * Factors -A itself, which must lose probability somewhere, for solves.
   *
   * @throws IllegalStateException if part of the grid loses none, with a place there
   */
  static MultifrontalFactors inverse(Generator g, Transposed incoming, Dissection order) {
    return new MultifrontalFactors(g, incoming, order, 1, Use.INVERSE);
  }

  private void factor(Transposed incoming, double s, Use use) {
    int[] local = new int[generator.cells()];
    double[][][] updates = new double[nodes.size()][][];
    double[] pivots = new double[front.length];
    for (int i = 0; i < nodes.size(); i++) {
      Dissection.Node node = nodes.get(i);
      int p = node.pivots();
      int size = p + node.boundary.length;
      double[][] q = new double[size][size + 1];
      number(node, local);
      assemble(node, q, local, incoming, s, use == Use.IMPLICIT ? 1 : 0);
      for (int child : node.children) {
        extend(nodes.get(child), updates[child], q, local);
        updates[child] = null;
      }
      int bad = DenseElimination.eliminate(q, p, size, pivots);
      boolean last = node.begin + bad == generator.cells() - 1;
      if (bad >= 0 && !(last && use == Use.STEADY)) {
        throw stuck(order.cellAt[node.begin + bad], use);
      }
      System.arraycopy(pivots, 0, inverse, node.begin, p);
      keep(i, q, p, size, use == Use.STEADY);
      updates[i] = Arrays.copyOfRange(q, p, size);
    }
  }

  private IllegalStateException stuck(int cell, Use use) {
    double[] x = new double[generator.grid.dim()];
    generator.grid.centre(cell, x);
    String place = " at " + Arrays.toString(x);
    if (generator.hasNegativeRates()) {
      return new IllegalStateException(
          "elimination broke down on the second-order scheme's negative rates"
              + place
              + "; use other cells, smaller steps or the positive scheme");
    }
    if (use == Use.IMPLICIT) {
      return new IllegalStateException("rates are not finite" + place);
    }
    return new IllegalStateException(
        "the steady state is not unique or not representable: no probability leaves the"
            + " neighbourhood of a point"
            + place
            + " (the noise vanishes there, or barriers exceed 700 times the temperature)");
  }

  private static void number(Dissection.Node node, int[] local) {
    for (int q = node.begin; q < node.end; q++) {
      local[q] = q - node.begin;
    }
    for (int b = 0; b < node.boundary.length; b++) {
      local[node.boundary[b]] = node.pivots() + b;
    }
  }

  private void assemble(
      Dissection.Node node,
      double[][] q,
      int[] local,
      Transposed incoming,
      double s,
      double diagonal) {
    int weight = q.length;
    for (int at = node.begin; at < node.end; at++) {
      int k = order.cellAt[at];
      double[] row = q[at - node.begin];
      for (int e = generator.start[k]; e < generator.start[k + 1]; e++) {
        int to = order.positionOf[generator.target[e]];
        if (to >= node.begin) {
          row[local[to]] += s * generator.rate[e];
        }
      }
      row[weight] += s * generator.killed(k) + diagonal;
      for (int e = incoming.start[k]; e < incoming.start[k + 1]; e++) {
        int from = order.positionOf[incoming.source[e]];
        if (from >= node.end) {
          q[local[from]][at - node.begin] += s * generator.rate[incoming.jump[e]];
        }
      }
    }
  }

  private static void extend(Dissection.Node child, double[][] update, double[][] q, int[] local) {
    int shift = child.pivots();
    int b = child.boundary.length;
    int[] to = new int[b];
    for (int i = 0; i < b; i++) {
      to[i] = local[child.boundary[i]];
    }
    for (int i = 0; i < b; i++) {
      double[] row = q[to[i]];
      double[] from = update[i];
      for (int k = 0; k < b; k++) {
        row[to[k]] += from[shift + k];
      }
      row[q.length] += from[shift + b];
    }
  }

  /** Keeps the part left of the diagonal and of the pivots, and for solves what is right of it. */
  private void keep(int i, double[][] q, int p, int size, boolean steady) {
    double[][] kept = new double[size][];
    for (int r = 0; r < size; r++) {
      kept[r] = r < p && !steady ? q[r] : Arrays.copyOf(q[r], Math.min(r, p));
    }
    rows[i] = kept;
  }

  /** Solves (I - s A) u = f, or -A u = f, in place. */
  void solve(double[] u) {
    for (int q = 0; q < work.length; q++) {
      work[q] = u[order.cellAt[q]];
    }
    for (int i = 0; i < nodes.size(); i++) {
      Dissection.Node node = nodes.get(i);
      int p = node.pivots();
      int size = p + node.boundary.length;
      System.arraycopy(work, node.begin, front, 0, p);
      Arrays.fill(front, p, size, 0);
      for (int j = 0; j < p; j++) {
        double v = front[j] * inverse[node.begin + j];
        work[node.begin + j] = v;
        add(front, rows[i][j], v, j + 1, size);
      }
      for (int b = 0; b < node.boundary.length; b++) {
        work[node.boundary[b]] += front[p + b];
      }
    }
    for (int i = nodes.size() - 1; i >= 0; i--) {
      substitute(i);
    }
    for (int q = 0; q < work.length; q++) {
      u[order.cellAt[q]] = work[q];
    }
  }

  private void substitute(int i) {
    Dissection.Node node = nodes.get(i);
    int p = node.pivots();
    int size = p + node.boundary.length;
    System.arraycopy(work, node.begin, front, 0, p);
    for (int b = 0; b < node.boundary.length; b++) {
      front[p + b] = work[node.boundary[b]];
    }
    for (int r = size - 1; r > 0; r--) {
      add(front, rows[i][r], front[r], 0, Math.min(r, p));
    }
    System.arraycopy(front, 0, work, node.begin, p);
  }

  /** Solves the transposed equation, that of the backward operator, in place. */
  void solveBackward(double[] u) {
    for (int q = 0; q < work.length; q++) {
      work[q] = u[order.cellAt[q]];
    }
    for (int i = 0; i < nodes.size(); i++) {
      Dissection.Node node = nodes.get(i);
      int p = node.pivots();
      int size = p + node.boundary.length;
      System.arraycopy(work, node.begin, front, 0, p);
      for (int r = 1; r < p; r++) {
        front[r] += product(rows[i][r], front, 0, r);
      }
      System.arraycopy(front, 0, work, node.begin, p);
      for (int r = p; r < size; r++) {
        work[node.boundary[r - p]] += product(rows[i][r], front, 0, p);
      }
    }
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Dissection.Node node = nodes.get(i);
      int p = node.pivots();
      int size = p + node.boundary.length;
      for (int b = 0; b < node.boundary.length; b++) {
        front[p + b] = work[node.boundary[b]];
      }
      for (int j = p - 1; j >= 0; j--) {
        double sum = work[node.begin + j] + product(rows[i][j], front, j + 1, size);
        front[j] = sum * inverse[node.begin + j];
      }
      System.arraycopy(front, 0, work, node.begin, p);
    }
    for (int q = 0; q < work.length; q++) {
      u[order.cellAt[q]] = work[q];
    }
  }

  /** In four sums, so that additions need not wait for one another. */
  private static double product(double[] row, double[] v, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int k = from;
    for (; k + 3 < to; k += 4) {
      a += row[k] * v[k];
      b += row[k + 1] * v[k + 1];
      c += row[k + 2] * v[k + 2];
      d += row[k + 3] * v[k + 3];
    }
    for (; k < to; k++) {
      a += row[k] * v[k];
    }
    return (a + b) + (c + d);
  }

  private static void add(double[] sums, double[] row, double v, int from, int to) {
    for (int k = from; k < to; k++) {
      sums[k] += row[k] * v;
    }
  }

  /**
   * The steady state, normalised to one; entrywise accurate for non-negative rates. Rescaled on the
   * way wherever the last cell happens to be improbable.
   */
  double[] stationary() {
    int n = work.length;
    Arrays.fill(work, 0);
    work[n - 1] = 1;
    for (int i = nodes.size() - 1; i >= 0; i--) {
      substitute(i);
      double largest = 0;
      for (int q = nodes.get(i).begin; q < nodes.get(i).end; q++) {
        largest = Math.max(largest, Math.abs(work[q]));
      }
      if (largest > 1e100) {
        for (int q = nodes.get(i).begin; q < n; q++) {
          work[q] /= largest;
        }
      }
    }
    CompensatedSum sum = new CompensatedSum();
    for (double v : work) {
      sum.add(v);
    }
    double[] p = new double[n];
    for (int q = 0; q < n; q++) {
      p[order.cellAt[q]] = work[q] / sum.value();
    }
    return p;
  }
}
