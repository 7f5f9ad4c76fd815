package org.thalweg.fokkerplanck;

import java.util.List;

/**
 * The leading invariant subspace of a linear operator, from nothing but its products with vectors:
 * Arnoldi's method, restarted with the subspace that the leading Ritz vectors span (Stewart 2001,
 * doi:10.1137/S0895479800371529, without the Schur form).
 */
final class KrylovSpace {
  private static final int CHECKING = 4;
  private static final int RESTARTS = 200;

  /**
   * Eigenvalues so much smaller than the largest are left for later, when the larger ones are taken
   * out: the rounding of the larger hides them.
   */
  private static final double GRADED = 1e-4;

  private static final double TIED = 1e-8;
  private static final double BREAKDOWN = 1e-14;
  private static final double DEPENDENT = 1e-7;

  /** Replaces a vector by its image. */
  interface Operator {
    void apply(double[] y);
  }

  /**
   * A subspace that the operator maps into itself.
   *
   * @param basis orthonormal vectors
   * @param leading modulus of the largest eigenvalue
   */
  record Invariant(double[][] basis, double leading) {}

  private final Operator operator;
  private final int capacity;
  private final int dimensions;
  private final int wanted;
  private final double tolerance;
  private final double[][] v;
  private final double[][] h;
  private int size;

  private KrylovSpace(
      Operator operator, double[] start, int dimensions, int wanted, double tolerance) {
    this.operator = operator;
    this.dimensions = dimensions;
    this.wanted = wanted;
    this.tolerance = tolerance;
    capacity = Math.min(dimensions, 2 * wanted + 20);
    v = new double[capacity + 1][];
    h = new double[capacity + 1][capacity];
    v[0] = start.clone();
    scale(v[0], 1 / norm(v[0]));
  }

  /**
   * The subspace that belongs to the largest eigenvalues; pairs and ties are not torn apart, and it
   * ends before eigenvalues that are smaller by orders of magnitude.
   *
   * @param start not zero
   * @param dimensions of the space on which the operator is not zero
   * @param wanted dimensions of the subspace, at least 1
   * @param tolerance residual relative to each eigenvalue
   * @throws IllegalStateException if it is not found
   */
  static Invariant leading(
      Operator operator, double[] start, int dimensions, int wanted, double tolerance) {
    return new KrylovSpace(operator, start, dimensions, wanted, tolerance).find();
  }

  private Invariant find() {
    for (int restart = 0; restart < RESTARTS; restart++) {
      while (size < capacity) {
        boolean whole = expand();
        if (whole || size == capacity || size > wanted && size % CHECKING == 0) {
          List<SmallEigenproblem.Pair> ritz = SmallEigenproblem.solve(projected());
          int taken = leadingColumns(ritz, wanted, GRADED);
          if (whole || settled(ritz, taken)) {
            return new Invariant(rotated(basis(ritz, taken)), ritz.get(0).modulus());
          }
          if (size == capacity) {
            int kept = leadingColumns(ritz, wanted + (capacity - wanted) / 2, 0);
            restart(basis(ritz, kept < capacity ? kept : leadingColumns(ritz, wanted, 0)));
            break;
          }
        }
      }
    }
    throw new IllegalStateException(
        "modes were not found in "
            + RESTARTS
            + " restarts; ask for another number of modes, or use other cells");
  }

  /** One more vector; true if the space is invariant as it is. */
  private boolean expand() {
    double[] w = v[size].clone();
    operator.apply(w);
    double before = norm(w);
    if (!(before < Double.POSITIVE_INFINITY)) {
      throw new IllegalStateException(
          "modes are slower than numbers can tell: barriers are too high, or the noise vanishes");
    }
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i <= size; i++) {
        double c = product(v[i], w);
        h[i][size] += c;
        add(w, v[i], -c);
      }
    }
    double rest = norm(w);
    size++;
    h[size][size - 1] = rest;
    if (rest <= BREAKDOWN * before || size == dimensions) {
      return true;
    }
    scale(w, 1 / rest);
    v[size] = w;
    return false;
  }

  private double[][] projected() {
    double[][] small = new double[size][];
    for (int i = 0; i < size; i++) {
      small[i] = java.util.Arrays.copyOf(h[i], size);
    }
    return small;
  }

  private boolean settled(List<SmallEigenproblem.Pair> ritz, int columns) {
    double rest = h[size][size - 1];
    int seen = 0;
    for (SmallEigenproblem.Pair pair : ritz) {
      if (seen >= columns) {
        return true;
      }
      double last = 0;
      for (double[] part : pair.vector()) {
        last = Math.hypot(last, part[size - 1]);
      }
      if (!(rest * last <= tolerance * pair.modulus())) {
        return false;
      }
      seen += pair.columns();
    }
    return true;
  }

  /** How many columns the first eigenvectors have, so many at least where there are so many. */
  private static int leadingColumns(List<SmallEigenproblem.Pair> ritz, int least, double graded) {
    int columns = 0;
    double last = 0;
    for (SmallEigenproblem.Pair pair : ritz) {
      boolean tied = pair.modulus() > (1 - TIED) * last;
      if (columns >= least && !tied || pair.modulus() < graded * ritz.get(0).modulus()) {
        break;
      }
      last = pair.modulus();
      columns += pair.columns();
    }
    return columns;
  }

  /** Orthonormal coordinates of the space that the first eigenvectors span. */
  private static double[][] basis(List<SmallEigenproblem.Pair> ritz, int columns) {
    double[][] q = new double[columns][];
    int count = 0;
    for (SmallEigenproblem.Pair pair : ritz) {
      for (double[] part : pair.vector()) {
        if (count == columns) {
          return q;
        }
        double[] x = part.clone();
        double before = norm(x);
        for (int pass = 0; pass < 2; pass++) {
          for (int i = 0; i < count; i++) {
            add(x, q[i], -product(q[i], x));
          }
        }
        double rest = norm(x);
        if (rest > DEPENDENT * before) {
          scale(x, 1 / rest);
          q[count++] = x;
        }
      }
    }
    return java.util.Arrays.copyOf(q, count);
  }

  private double[][] rotated(double[][] q) {
    double[][] out = new double[q.length][v[0].length];
    for (int j = 0; j < q.length; j++) {
      for (int i = 0; i < size; i++) {
        add(out[j], v[i], q[j][i]);
      }
    }
    return out;
  }

  private void restart(double[][] q) {
    int kept = q.length;
    double[][] small = new double[kept + 1][capacity];
    for (int a = 0; a < kept; a++) {
      for (int b = 0; b < kept; b++) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
          for (int j = 0; j < size; j++) {
            sum += q[a][i] * h[i][j] * q[b][j];
          }
        }
        small[a][b] = sum;
      }
      small[kept][a] = h[size][size - 1] * q[a][size - 1];
    }
    double[][] turned = rotated(q);
    double[] next = v[size];
    for (int i = 0; i <= capacity; i++) {
      v[i] = i < kept ? turned[i] : null;
      h[i] = i <= kept ? small[i] : new double[capacity];
    }
    v[kept] = next;
    size = kept;
  }

  static double product(double[] a, double[] b) {
    double even = 0;
    double odd = 0;
    int k = 0;
    for (; k + 1 < a.length; k += 2) {
      even += a[k] * b[k];
      odd += a[k + 1] * b[k + 1];
    }
    return k < a.length ? even + odd + a[k] * b[k] : even + odd;
  }

  static double norm(double[] a) {
    return Math.sqrt(product(a, a));
  }

  static void add(double[] sum, double[] a, double c) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += c * a[k];
    }
  }

  static void scale(double[] a, double c) {
    for (int k = 0; k < a.length; k++) {
      a[k] *= c;
    }
  }
}
