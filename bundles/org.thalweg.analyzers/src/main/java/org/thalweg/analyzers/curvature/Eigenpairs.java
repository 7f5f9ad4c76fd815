package org.thalweg.analyzers.curvature;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Eigenvalues of a symmetric operator, from the largest to the smallest, with their vectors and the
 * bounds of their errors.
 *
 * <p>Few dimensions are decomposed whole. Of many, Lanczos' method finds the outer eigenvalues:
 * with every new vector made orthogonal to all earlier ones, so that no eigenvalue is found twice,
 * and with the residual as a bound, |beta s|: some eigenvalue is at most that far away. Source:
 * Parlett 1998, The Symmetric Eigenvalue Problem, sections 13.2 and 13.6,
 * doi:10.1137/1.9781611971163.
 *
 * @param values the eigenvalues, falling
 * @param vectors the eigenvectors, of unit length, in the same order
 * @param bounds for each, how far it may be from an eigenvalue
 */
record Eigenpairs(double[] values, double[][] vectors, double[] bounds) {
  /** Up to here the whole matrix is decomposed. */
  static final int DENSE = 128;

  /** The steps of Lanczos' method. */
  private static final int STEPS = 80;

  static Eigenpairs of(SymmetricOperator operator) {
    return operator.dim() <= DENSE ? dense(operator) : lanczos(operator, STEPS);
  }

  /** The number of pairs. */
  int size() {
    return values.length;
  }

  private static Eigenpairs dense(SymmetricOperator operator) {
    int n = operator.dim();
    double[][] matrix = new double[n][n];
    double[] unit = new double[n];
    for (int i = 0; i < n; i++) {
      unit[i] = 1;
      operator.apply(unit, matrix[i]);
      unit[i] = 0;
    }
    double[][] even = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        even[i][j] = (matrix[i][j] + matrix[j][i]) / 2;
      }
    }
    return dense(even);
  }

  /** The whole spectrum of a symmetric matrix; all not-a-number if an entry is not finite. */
  static Eigenpairs dense(double[][] matrix) {
    int n = matrix.length;
    if (!Arrays.stream(matrix).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
      return none(n, n);
    }
    EigenDecomposition solved = new EigenDecomposition(new Array2DRowRealMatrix(matrix, false));
    RealMatrix vectors = solved.getV();
    return sorted(solved.getRealEigenvalues(), i -> vectors.getColumn(i), new double[n]);
  }

  private static Eigenpairs none(int pairs, int dim) {
    double[] nothing = new double[pairs];
    Arrays.fill(nothing, Double.NaN);
    return new Eigenpairs(nothing, new double[pairs][dim], nothing.clone());
  }

  static Eigenpairs lanczos(SymmetricOperator operator, int most) {
    int n = operator.dim();
    int steps = Math.min(n, most);
    double[][] basis = new double[steps][];
    double[] diagonal = new double[steps];
    double[] beside = new double[steps];
    basis[0] = scaled(Probes.normal(n, 0));
    double[] next = new double[n];
    int made = 0;
    for (int k = 0; k < steps; k++) {
      made = k + 1;
      operator.apply(basis[k], next);
      diagonal[k] = dot(next, basis[k]);
      if (!Double.isFinite(diagonal[k])) {
        return none(1, n);
      }
      for (int pass = 0; pass < 2; pass++) { // twice is enough: Parlett, section 6.9
        for (int j = 0; j <= k; j++) {
          add(next, basis[j], -dot(next, basis[j]));
        }
      }
      beside[k] = Math.sqrt(dot(next, next));
      if (k + 1 == steps || beside[k] <= 1e-12 * Math.abs(diagonal[k])) {
        break; // the space is exhausted, or an invariant one has been found
      }
      basis[k + 1] = scaled(next.clone());
    }
    EigenDecomposition solved =
        new EigenDecomposition(
            Arrays.copyOf(diagonal, made), Arrays.copyOf(beside, Math.max(0, made - 1)));
    RealMatrix small = solved.getV();
    double[] bounds = new double[made];
    for (int i = 0; i < made; i++) {
      bounds[i] = Math.abs(beside[made - 1] * small.getEntry(made - 1, i));
    }
    int size = made;
    return sorted(
        solved.getRealEigenvalues(),
        i -> {
          double[] vector = new double[n];
          for (int k = 0; k < size; k++) {
            add(vector, basis[k], small.getEntry(k, i));
          }
          return scaled(vector);
        },
        bounds);
  }

  private static Eigenpairs sorted(double[] values, IntFunction<double[]> vector, double[] bounds) {
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted((a, b) -> Double.compare(values[b], values[a]))
            .mapToInt(i -> i)
            .toArray();
    return new Eigenpairs(
        Arrays.stream(order).mapToDouble(i -> values[i]).toArray(),
        Arrays.stream(order).mapToObj(vector).toArray(double[][]::new),
        Arrays.stream(order).mapToDouble(i -> bounds[i]).toArray());
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] to, double[] what, double factor) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * what[i];
    }
  }

  private static double[] scaled(double[] v) {
    double length = Math.sqrt(dot(v, v));
    for (int i = 0; i < v.length; i++) {
      v[i] /= length;
    }
    return v;
  }
}
