package org.thalweg.fokkerplanck;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Eigenvalues and eigenvectors of a small dense matrix, the largest first, so that the large sparse
 * problem only has to produce such a matrix.
 *
 * <p>Eigenvectors are found by inverse iteration from starts of their own, which gives independent
 * ones for equal eigenvalues too.
 */
final class SmallEigenproblem {
  private static final int ITERATIONS = 3;

  /** How far beside an eigenvalue the inverse iteration is solved, relative. */
  private static final double BESIDE = 1e-14;

  /**
   * An eigenvalue, of a pair the one with a positive imaginary part.
   *
   * @param real its real part
   * @param imaginary its imaginary part, zero for a real one
   * @param vector the eigenvector of length one, real part and then, for a pair, imaginary part
   */
  record Pair(double real, double imaginary, double[][] vector) {
    double modulus() {
      return Math.hypot(real, imaginary);
    }

    /** Real columns: 1, or 2 for a conjugate pair. */
    int columns() {
      return vector.length;
    }
  }

  private SmallEigenproblem() {}

  /**
   * All eigenpairs, falling by modulus.
   *
   * @throws IllegalStateException if the iteration does not converge
   */
  static List<Pair> solve(double[][] matrix) {
    int n = matrix.length;
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, false, false);
    if (!eigen.decompose(new DMatrixRMaj(matrix))) {
      throw new IllegalStateException(
          "the eigenvalues of a matrix of " + n + " rows do not settle");
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Complex_F64 value = eigen.getEigenvalue(i);
      if (value.imaginary >= 0) {
        pairs.add(
            new Pair(
                value.real,
                value.imaginary,
                vector(matrix, value.real, value.imaginary, pairs.size())));
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::modulus).reversed());
    return pairs;
  }

  /**
   * Solves (matrix - value) x = start a few times; a complex one as a real one of twice the size.
   */
  private static double[][] vector(double[][] matrix, double real, double imaginary, int seed) {
    int n = matrix.length;
    int parts = imaginary == 0 ? 1 : 2;
    double off = BESIDE * Math.hypot(real, imaginary) + Double.MIN_NORMAL;
    DMatrixRMaj shifted = new DMatrixRMaj(parts * n, parts * n);
    for (int p = 0; p < parts; p++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          shifted.set(p * n + i, p * n + j, matrix[i][j] - (i == j ? real + off : 0));
        }
        if (parts == 2) {
          shifted.set(p * n + i, (1 - p) * n + i, p == 0 ? imaginary : -imaginary);
        }
      }
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.lu(parts * n);
    solver.setA(shifted);
    DMatrixRMaj x = new DMatrixRMaj(parts * n, 1);
    DMatrixRMaj next = new DMatrixRMaj(parts * n, 1);
    for (int i = 0; i < parts * n; i++) {
      x.set(i, Irregular.at(seed * parts * n + i));
    }
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      solver.solve(x, next);
      double norm = 0;
      for (double v : next.data) {
        norm = Math.hypot(norm, v);
      }
      for (int i = 0; i < parts * n; i++) {
        x.set(i, next.get(i) / norm);
      }
    }
    double[][] vector = new double[parts][n];
    for (int i = 0; i < parts * n; i++) {
      vector[i / n][i % n] = x.get(i);
    }
    return vector;
  }
}
