package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.thalweg.api.analysis.RelaxationMode;

/**
 * The slowest modes of a generator on both sides: those of the inverse with the largest
 * eigenvalues, found in groups of like size, each group taken out before the next is looked for.
 *
 * <p>Taking out is what makes copies of equal eigenvalues appear, which one Krylov space cannot
 * have. Where modes are slower than the rest by orders of magnitude, the operator is shifted once
 * they are known, so that all come out with their digits. The search is over when what is left is
 * faster than what is wanted.
 *
 * <p>What a search finds lies nearest to zero; with circulation a mode may decay slowly and turn
 * fast. So it goes on to the radius where such modes end: they lie in a parabola, frequency^2 at
 * most U times the rate, since the rate is the mean of D |grad f|^2 and the frequency that of the
 * circulation times f grad f. U is taken from the modes found.
 */
final class Modes {
  private static final double FINE = 1e-10;
  private static final double ROUGH = 1e-4;
  private static final double TIED = 1e-6;

  /** Modes that are faster by the inverse of this than known ones suffer from their rounding. */
  private static final double HIDDEN = 1e-4;

  /** Eigenvalues whose imaginary part is rounding are two real ones. */
  private static final double REAL = 1e-8;

  /** A mode in the scaled vectors: of a pair real and imaginary parts. */
  private record Found(double rate, double frequency, double[][] right, double[][] left) {}

  private final Generator generator;
  private final DeflatedInverse inverse;
  private final int wanted;
  private final List<Found> found = new ArrayList<>();
  private int stage;

  private Modes(Generator generator, int wanted) {
    this.generator = generator;
    this.wanted = wanted;
    inverse = new DeflatedInverse(generator);
  }

  /**
   * Finds modes.
   *
   * @param wanted how many, at least 1
   * @return by rising rate, fewer only where the grid has fewer
   * @throws IllegalStateException if they are not found, with the reason
   */
  static List<RelaxationMode> of(Generator generator, int wanted) {
    return new Modes(generator, wanted).find();
  }

  private List<RelaxationMode> find() {
    int steady = generator.leaks() ? 0 : 1;
    int most = 4 * wanted + 16;
    while (inverse.remaining() > 0 && steady + found.size() < most) {
      int missing = wanted - steady - found.size();
      if (!found.isEmpty()) {
        double next = slowestLeft();
        if (next == Double.POSITIVE_INFINITY
            || missing <= 0 && next > reach(wanted - steady) * (1 - TIED)) {
          break;
        }
        if (next * HIDDEN > scale()) {
          inverse.shift(0.1 * next);
          continue;
        }
      }
      search(Math.max(1, missing));
    }
    found.sort(Comparator.comparingDouble(Found::rate).thenComparingDouble(Found::frequency));
    ModeScale scale = new ModeScale(generator, inverse);
    List<RelaxationMode> modes = new ArrayList<>();
    if (steady == 1) {
      modes.add(scale.steady());
    }
    for (Found f : found.subList(0, Math.min(found.size(), wanted - steady))) {
      modes.add(scale.mode(f.rate(), f.frequency(), f.right(), f.left(), modes.isEmpty()));
    }
    return List.copyOf(modes);
  }

  /** What rounding is relative to: the slowest of the rates known, or the shift above them. */
  private double scale() {
    double slowest = inverse.shift();
    if (slowest == 0) {
      slowest = found.stream().mapToDouble(Found::rate).min().orElseThrow();
    }
    return slowest;
  }

  /** Distance from zero below which all modes must be known. */
  private double reach(int count) {
    if (count <= 0) {
      return 0;
    }
    double[] rates = found.stream().mapToDouble(Found::rate).sorted().toArray();
    double rate = rates[count - 1];
    double parabola = 0;
    for (Found f : found) {
      parabola = Math.max(parabola, f.frequency() * f.frequency() / f.rate());
    }
    return Math.sqrt(rate * rate + parabola * rate);
  }

  private double[] start() {
    double[] y = new double[inverse.cells()];
    for (int k = 0; k < y.length; k++) {
      y[k] = inverse.root(k) * Irregular.at(k + 977L * stage);
    }
    stage++;
    return y;
  }

  /** The search for one mode, by a few products that are rough, of what no search has found yet. */
  private double slowestLeft() {
    double[] y = start();
    inverse.project(y);
    double leading =
        KrylovSpace.leading(inverse::forward, y, inverse.remaining(), 1, ROUGH).leading();
    return 1 / leading - inverse.shift();
  }

  /** Finds the next group. */
  private void search(int columns) {
    double[] y = start();
    double[] z = y.clone();
    inverse.project(y);
    inverse.projectBackward(z);
    double[][] right =
        KrylovSpace.leading(inverse::forward, y, inverse.remaining(), columns, FINE).basis();
    double[][] backward = images(right, inverse::backward);
    double[][] left = right;
    if (!invariant(right, backward)) {
      left =
          KrylovSpace.leading(inverse::backward, z, inverse.remaining(), right.length, FINE)
              .basis();
      if (left.length != right.length) {
        throw new IllegalStateException(
            "right and left modes are not equal in number; ask for another number of modes");
      }
      backward = images(left, inverse::backward);
    }
    double[][] forward = images(right, inverse::forward);
    List<SmallEigenproblem.Pair> pairs =
        SmallEigenproblem.solve(solved(products(left, right), products(left, forward)));
    double[][] turned = new double[right.length][];
    int at = 0;
    for (SmallEigenproblem.Pair pair : pairs) {
      for (double[] part : pair.vector()) {
        turned[at++] = combined(forward, part);
      }
    }
    // The duals: combinations of the left images whose products with the right modes are 0 and 1.
    double[][] coefficients = solved(products(turned, backward), identity(at));
    double[][] duals = new double[at][];
    for (int j = 0; j < at; j++) {
      double[] column = new double[at];
      for (int i = 0; i < at; i++) {
        column[i] = coefficients[i][j];
      }
      duals[j] = combined(backward, column);
    }
    at = 0;
    for (SmallEigenproblem.Pair pair : pairs) {
      for (int c = 0; c < pair.columns(); c++) {
        inverse.deflate(turned[at + c], duals[at + c]);
      }
      keep(pair, turned, duals, at);
      at += pair.columns();
    }
  }

  private void keep(SmallEigenproblem.Pair pair, double[][] right, double[][] left, int at) {
    double square = pair.modulus() * pair.modulus();
    double rate = pair.real() / square - inverse.shift();
    if (pair.columns() == 1) {
      found.add(new Found(rate, 0, new double[][] {right[at]}, new double[][] {left[at]}));
    } else if (pair.imaginary() < REAL * pair.modulus()) {
      for (int c = 0; c < 2; c++) {
        found.add(
            new Found(rate, 0, new double[][] {right[at + c]}, new double[][] {left[at + c]}));
      }
    } else {
      // The inverse's eigenvalue above the axis belongs to a frequency below it: conjugate.
      double[] imaginary = right[at + 1].clone();
      KrylovSpace.scale(imaginary, -1);
      double[] a = left[at].clone();
      double[] b = left[at + 1].clone();
      KrylovSpace.scale(a, 0.5);
      KrylovSpace.scale(b, 0.5);
      found.add(
          new Found(
              rate,
              pair.imaginary() / square,
              new double[][] {right[at], imaginary},
              new double[][] {a, b}));
    }
  }

  private static double[][] images(double[][] vectors, KrylovSpace.Operator operator) {
    double[][] out = new double[vectors.length][];
    for (int j = 0; j < out.length; j++) {
      out[j] = vectors[j].clone();
      operator.apply(out[j]);
    }
    return out;
  }

  /** True if the images lie in the space of an orthonormal basis, as in detailed balance. */
  private static boolean invariant(double[][] basis, double[][] images) {
    for (double[] image : images) {
      double[] rest = image.clone();
      for (double[] q : basis) {
        KrylovSpace.add(rest, q, -KrylovSpace.product(q, rest));
      }
      if (!(KrylovSpace.norm(rest) <= 10 * FINE * KrylovSpace.norm(image))) {
        return false;
      }
    }
    return true;
  }

  private static double[][] products(double[][] a, double[][] b) {
    double[][] out = new double[a.length][b.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        out[i][j] = KrylovSpace.product(a[i], b[j]);
      }
    }
    return out;
  }

  private static double[][] identity(int n) {
    double[][] out = new double[n][n];
    for (int i = 0; i < n; i++) {
      out[i][i] = 1;
    }
    return out;
  }

  private static double[][] solved(double[][] a, double[][] b) {
    DMatrixRMaj x = new DMatrixRMaj(a.length, a.length);
    if (!CommonOps_DDRM.solve(new DMatrixRMaj(a), new DMatrixRMaj(b), x)) {
      throw new IllegalStateException(
          "right and left modes do not match: two of them coincide on this grid; use other cells");
    }
    double[][] out = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        out[i][j] = x.get(i, j);
      }
    }
    return out;
  }

  private static double[] combined(double[][] vectors, double[] shares) {
    double[] out = new double[vectors[0].length];
    for (int j = 0; j < vectors.length; j++) {
      KrylovSpace.add(out, vectors[j], shares[j]);
    }
    return out;
  }
}
