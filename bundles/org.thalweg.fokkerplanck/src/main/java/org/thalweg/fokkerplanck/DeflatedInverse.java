package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import java.util.List;

/**
 * The inverse of shift minus the operator, without the modes that are known already, on vectors
 * that are divided by the square root of a reference density.
 *
 * <p>The scaling makes a process in detailed balance symmetric, and every other one less skew; the
 * reference is the steady state, without the loss through absorbing edges. The known modes are
 * taken out before and after each solve, so that their rounding, which may be 1e10 times larger
 * than what is looked for, does not stay.
 */
final class DeflatedInverse {
  /** Where the reference underflows any weight will do. */
  private static final double LOWEST = 1e-280;

  private final Generator generator;
  private final Transposed incoming;
  private final Dissection order;
  private MultifrontalFactors factors;
  private double shift;
  private final double[] root;
  private final List<double[]> right = new ArrayList<>();
  private final List<double[]> left = new ArrayList<>();

  /**
   * For a generator.
   *
   * @throws IllegalStateException if part of the grid cannot be left, with the place
   */
  DeflatedInverse(Generator generator) {
    this.generator = generator;
    incoming = new Transposed(generator);
    order = new Dissection(generator, incoming);
    double[] reference =
        SteadyState.of(generator.leaks() ? losing(generator, new double[0]) : generator);
    double largest = reference[largest(reference)];
    int n = reference.length;
    root = new double[n];
    for (int k = 0; k < n; k++) {
      root[k] = Math.sqrt(Math.max(Math.abs(reference[k]), LOWEST * largest));
    }
    Generator leaking = generator;
    if (!generator.leaks()) {
      // A loss in one cell changes no solution that has a sum of zero: it vanishes there. Where
      // the cell is improbable, rounding would fill all others.
      double[] pinned = new double[n];
      int at = largest(reference);
      pinned[at] = generator.exitRate(at);
      leaking = losing(generator, pinned);
    }
    factors = MultifrontalFactors.inverse(leaking, incoming, order);
    if (!generator.leaks()) {
      double[] steady = new double[n];
      for (int k = 0; k < n; k++) {
        steady[k] = reference[k] / root[k];
      }
      deflate(steady, root);
    }
  }

  /**
   * Shifts the operator, so that modes which are much slower than the rest no longer drown it.
   *
   * @param positive a rate that is larger than that of all modes known and smaller than all others
   */
  void shift(double positive) {
    factors = null;
    shift = positive;
    factors = MultifrontalFactors.implicit(generator, incoming, order, 1 / positive);
  }

  /** What is added to all rates. */
  double shift() {
    return shift;
  }

  private static int largest(double[] p) {
    int at = 0;
    for (int k = 1; k < p.length; k++) {
      at = p[k] > p[at] ? k : at;
    }
    return at;
  }

  /** The same jumps with other losses, or none. */
  private static Generator losing(Generator g, double[] rates) {
    double[][] killing = rates.length == 0 ? new double[0][] : new double[][] {rates};
    return new Generator(g.grid, g.start, g.target, g.rate, killing, g.reachX, g.reachY);
  }

  int cells() {
    return root.length;
  }

  /** Square root of the reference density's masses. */
  double root(int k) {
    return root[k];
  }

  /** Takes out a mode; its vectors are kept, and their product must be 1. */
  void deflate(double[] rightMode, double[] leftMode) {
    right.add(rightMode);
    left.add(leftMode);
  }

  /** The steady state's masses, where there is one. */
  double[] steady() {
    double[] masses = right.get(0).clone();
    for (int k = 0; k < masses.length; k++) {
      masses[k] *= root[k];
    }
    return masses;
  }

  /** Number of dimensions that are not taken out. */
  int remaining() {
    return root.length - right.size();
  }

  /** Known modes taken out of a vector on the right. */
  void project(double[] y) {
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < right.size(); i++) {
        KrylovSpace.add(y, right.get(i), -KrylovSpace.product(left.get(i), y));
      }
    }
  }

  /** Known modes taken out of a vector on the left. */
  void projectBackward(double[] y) {
    for (int pass = 0; pass < 2; pass++) {
      for (int i = 0; i < right.size(); i++) {
        KrylovSpace.add(y, left.get(i), -KrylovSpace.product(right.get(i), y));
      }
    }
  }

  /** Applies the inverse; an eigenvalue is 1 / (rate + shift). */
  void forward(double[] y) {
    project(y);
    for (int k = 0; k < y.length; k++) {
      y[k] *= root[k];
    }
    factors.solve(y);
    double divisor = shift > 0 ? shift : 1;
    for (int k = 0; k < y.length; k++) {
      y[k] /= root[k] * divisor;
    }
    project(y);
  }

  /** Applies its transpose. */
  void backward(double[] y) {
    projectBackward(y);
    for (int k = 0; k < y.length; k++) {
      y[k] /= root[k];
    }
    factors.solveBackward(y);
    double divisor = shift > 0 ? shift : 1;
    for (int k = 0; k < y.length; k++) {
      y[k] *= root[k] / divisor;
    }
    projectBackward(y);
  }
}
