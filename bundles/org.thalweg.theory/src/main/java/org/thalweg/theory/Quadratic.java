package org.thalweg.theory;

import java.util.Locale;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Problem;

/**
 * A quadratic landscape under noise of constant covariance, in the eigenbasis of its Hessian.
 *
 * @param eta the learning rate
 * @param curvatures the eigenvalues of H, all positive
 * @param basis the eigenvectors, in columns
 * @param covariance C in the eigenbasis (unit: gradient squared)
 * @param doubt the relative error of the Hessian, from taking it at two places
 */
record Quadratic(
    double eta, double[] curvatures, RealMatrix basis, RealMatrix covariance, double doubt) {
  /** Beyond this the Hessian is too large to decompose for a table. */
  private static final int LARGEST = 200;

  /** Edges nearer to the minimum, in standard deviations, would be felt. */
  private static final double LEAST_ROOM = 5;

  /** Hessians by differences of differences agree to some 1e-5. */
  private static final double SAME_HESSIAN = 1e-4;

  private static final double SAME_NOISE = 1e-6;

  static Quadratic of(Problem problem) throws OutOfValidity {
    int n = problem.dim();
    if (n > LARGEST) {
      throw new OutOfValidity("the landscape has " + n + " dimensions, more than " + LARGEST);
    }
    Landscape landscape = problem.landscape();
    double[] origin = new double[n];
    double[] elsewhere = new double[n];
    for (int i = 0; i < n; i++) {
      Axis axis = problem.domain().get(i);
      if (axis.lower() == Edge.ABSORBING || axis.upper() == Edge.ABSORBING) {
        throw new OutOfValidity("an edge of the domain absorbs, so that nothing is stationary");
      }
      origin[i] = inside(axis, 0, 0.5);
      elsewhere[i] = inside(axis, 1 + 0.37 * Math.sin(1.3 * i + 1), 0.71);
    }
    RealMatrix hessian = hessian(landscape, origin);
    double size = hessian.getNorm();
    double doubt = hessian.subtract(hessian(landscape, elsewhere)).getNorm() / size;
    if (!(doubt <= SAME_HESSIAN)) {
      throw new OutOfValidity("the landscape is not quadratic: its Hessian changes");
    }
    Diffusion diffusion = Diffusion.of(problem);
    double[] d = diffusion.at(origin);
    double[] there = diffusion.at(elsewhere);
    for (int i = 0; i < d.length; i++) {
      if (Math.abs(d[i] - there[i]) > SAME_NOISE * Math.max(Math.abs(d[i]), Math.abs(there[i]))) {
        throw new OutOfValidity("the noise's covariance depends on the position");
      }
    }
    EigenDecomposition eigen = new EigenDecomposition(hessian);
    double[] h = eigen.getRealEigenvalues();
    for (double one : h) {
      if (!(one > 1e-12 * size)) {
        throw new OutOfValidity(
            String.format(
                Locale.ROOT, "the Hessian has the eigenvalue %.3g, which does not confine", one));
      }
    }
    double eta = problem.setting().learningRate().at(0);
    RealMatrix c = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        c.setEntry(i, j, 2 * d[i * n + j] / eta);
      }
    }
    RealMatrix v = eigen.getV();
    Quadratic q = new Quadratic(eta, h, v, v.transpose().multiply(c).multiply(v), doubt);
    q.checkRoom(problem, origin);
    return q;
  }

  /**
   * A value if it is inside, else a part of the way through the axis, or of one unit from its end.
   */
  private static double inside(Axis axis, double v, double part) {
    if (v > axis.from() && v < axis.to()) {
      return v;
    }
    if (axis.bounded()) {
      return axis.from() + part * axis.length();
    }
    return Double.isInfinite(axis.from()) ? axis.to() - part : axis.from() + part;
  }

  private static RealMatrix hessian(Landscape landscape, double[] x) {
    int n = x.length;
    RealMatrix h = new Array2DRowRealMatrix(n, n);
    double[] v = new double[n];
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      v[i] = 1;
      landscape.hessianVector(x, v, out);
      v[i] = 0;
      h.setColumn(i, out);
    }
    return h.add(h.transpose()).scalarMultiply(0.5);
  }

  private void checkRoom(Problem problem, double[] origin) throws OutOfValidity {
    double[] minimum = minimum(problem, origin);
    double[] variance = continuous();
    for (int i = 0; i < minimum.length; i++) {
      double room = room(problem.domain().get(i), minimum[i]) / Math.sqrt(variance[i]);
      if (room < LEAST_ROOM) {
        throw new OutOfValidity(
            String.format(
                Locale.ROOT,
                "the domain ends %.2g standard deviations from the minimum on axis %d",
                room,
                i));
      }
    }
  }

  private static double room(Axis axis, double minimum) {
    return Math.min(minimum - axis.from(), axis.to() - minimum);
  }

  /**
   * Whether the domain leaves room for these variances too: momentum and long steps raise them.
   *
   * @param problem the problem
   * @param variance the variances
   * @return whether no edge is felt
   */
  boolean roomFor(Problem problem, double[] variance) {
    double[] origin = new double[variance.length];
    for (int i = 0; i < origin.length; i++) {
      origin[i] = inside(problem.domain().get(i), 0, 0.5);
    }
    double[] minimum = minimum(problem, origin);
    for (int i = 0; i < minimum.length; i++) {
      Axis axis = problem.domain().get(i);
      boolean open = Double.isInfinite(axis.from()) && Double.isInfinite(axis.to());
      if (!open && !(room(axis, minimum[i]) >= LEAST_ROOM * Math.sqrt(variance[i]))) {
        return false;
      }
    }
    return true;
  }

  private double[] minimum(Problem problem, double[] origin) {
    double[] gradient = new double[origin.length];
    problem.landscape().gradient(origin, gradient);
    double[] along = basis.transpose().operate(gradient);
    for (int i = 0; i < along.length; i++) {
      along[i] /= curvatures[i];
    }
    double[] back = basis.operate(along);
    double[] minimum = new double[origin.length];
    for (int i = 0; i < origin.length; i++) {
      minimum[i] = origin[i] - back[i];
    }
    return minimum;
  }

  /** The variances of the continuous process, H S + S H = eta C. */
  double[] continuous() {
    int n = curvatures.length;
    RealMatrix s = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        s.setEntry(i, j, eta * covariance.getEntry(i, j) / (curvatures[i] + curvatures[j]));
      }
    }
    return diagonal(s);
  }

  /**
   * The variances of the recursion m' = mu m + g, theta' = theta - h m' whose noise in g has the
   * covariance (eta / h) C, so that h = eta is SGD and any h is Euler's method.
   */
  double[] discrete(double h, double mu) {
    int n = curvatures.length;
    RealMatrix s = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double c = eta / h * covariance.getEntry(i, j);
        double value = c == 0 ? 0 : pair(h, mu, curvatures[i], curvatures[j], c);
        s.setEntry(i, j, value);
        s.setEntry(j, i, value);
      }
    }
    return diagonal(s);
  }

  /** The stationary covariance of two modes: S = A_i S A_j^T + c b b^T with b = (-h, 1). */
  private static double pair(double h, double mu, double hi, double hj, double c) {
    if (!stable(h, mu, hi) || !stable(h, mu, hj)) {
      return Double.POSITIVE_INFINITY;
    }
    double[][] a = {{1 - h * hi, -h * mu}, {hi, mu}};
    double[][] b = {{1 - h * hj, -h * mu}, {hj, mu}};
    double[] kick = {-h, 1};
    RealMatrix system = new Array2DRowRealMatrix(4, 4);
    ArrayRealVector right = new ArrayRealVector(4);
    for (int p = 0; p < 2; p++) {
      for (int q = 0; q < 2; q++) {
        int row = 2 * p + q;
        right.setEntry(row, c * kick[p] * kick[q]);
        for (int r = 0; r < 2; r++) {
          for (int t = 0; t < 2; t++) {
            int column = 2 * r + t;
            system.setEntry(row, column, (row == column ? 1 : 0) - a[p][r] * b[q][t]);
          }
        }
      }
    }
    return new LUDecomposition(system).getSolver().solve(right).getEntry(0);
  }

  private static boolean stable(double h, double mu, double curvature) {
    return h * curvature < 2 * (1 + mu) && mu < 1;
  }

  private double[] diagonal(RealMatrix modes) {
    RealMatrix s = basis.multiply(modes).multiply(basis.transpose());
    double[] out = new double[curvatures.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = s.getEntry(i, i);
    }
    return out;
  }
}
