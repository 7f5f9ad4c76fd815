package org.thalweg.theory;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Problem;

/**
 * A quadratic bowl under noise that is proportional to the loss, C = (2/B) L H (section S3).
 *
 * @param eta the learning rate
 * @param batch B
 * @param least L*, the least loss
 * @param curvatures the eigenvalues of H
 * @param basis the eigenvectors, in columns
 */
record LossBowl(double eta, double batch, double least, double[] curvatures, RealMatrix basis) {
  private static final int LARGEST = 16;
  private static final double SAME = 1e-6;
  private static final double[] PARTS = {0.5, 0.3, 0.71, 0.44};

  static LossBowl of(Problem problem) throws OutOfValidity {
    int n = problem.dim();
    if (n > LARGEST) {
      throw new OutOfValidity("the landscape has " + n + " dimensions, more than " + LARGEST);
    }
    Diffusion diffusion = Diffusion.of(problem);
    double eta = problem.setting().learningRate().at(0);
    double batch = problem.setting().batch().at(0);
    RealMatrix hessian = null;
    double[] x = new double[n];
    for (double part : PARTS) {
      for (int i = 0; i < n; i++) {
        Axis axis = problem.domain().get(i);
        if (axis.lower() == Edge.PERIODIC
            || axis.lower() == Edge.ABSORBING
            || axis.upper() == Edge.ABSORBING) {
          throw new OutOfValidity("an axis is a ring or has an absorbing end");
        }
        x[i] =
            axis.bounded()
                ? axis.from() + part * axis.length()
                : Math.max(axis.from(), Math.min(axis.to(), 3 * (part - 0.47) + 0.1 * i));
      }
      RealMatrix here = hessian(problem, x);
      hessian = hessian == null ? here : hessian;
      if (!(here.subtract(hessian).getNorm() <= 1e-4 * hessian.getNorm())) {
        throw new OutOfValidity("the landscape is not quadratic: its Hessian changes");
      }
      double[] d = diffusion.at(x);
      double size = eta / batch * problem.landscape().value(x);
      for (int i = 0; i < d.length; i++) {
        double expected = size * here.getEntry(i / n, i % n);
        if (!(Math.abs(d[i] - expected) <= SAME * size * hessian.getNorm())) {
          throw new OutOfValidity("the noise's covariance is not (2/B) L H");
        }
      }
    }
    EigenDecomposition eigen = new EigenDecomposition(hessian);
    double[] h = eigen.getRealEigenvalues();
    double[] g = new double[n];
    problem.landscape().gradient(x, g);
    double[] modes = eigen.getVT().operate(g);
    double least = problem.landscape().value(x);
    for (int i = 0; i < n; i++) {
      if (!(h[i] > 1e-12 * hessian.getNorm())) {
        throw new OutOfValidity("the Hessian does not confine in every direction");
      }
      least -= modes[i] * modes[i] / (2 * h[i]);
    }
    if (!(least > 1e-12)) {
      throw new OutOfValidity("the least loss is not positive, and the steady state is a point");
    }
    return new LossBowl(eta, batch, least, h, eigen.getV());
  }

  private static RealMatrix hessian(Problem problem, double[] x) {
    int n = x.length;
    RealMatrix h = new Array2DRowRealMatrix(n, n);
    double[] v = new double[n];
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      v[i] = 1;
      problem.landscape().hessianVector(x, v, out);
      v[i] = 0;
      h.setColumn(i, out);
    }
    return h.add(h.transpose()).scalarMultiply(0.5);
  }

  /** Refuses bowls of which some direction is steeper than others. */
  LossBowl round() throws OutOfValidity {
    for (double h : curvatures) {
      if (Math.abs(h - curvatures[0]) > SAME * curvatures[0]) {
        throw new OutOfValidity("the bowl is not equally steep in all directions");
      }
    }
    return this;
  }

  /** phi = 1 + B / (eta h). */
  double exponent() {
    return 1 + batch / (eta * curvatures[0]);
  }

  /**
   * The stationary variances of steps of length s: {@code <y_i^2> = (2 eta/B) Lbar / (2 - s h_i)},
   * where the mean loss is Lbar = L* / (1 - (eta/B) sum h_j / (2 - s h_j)).
   *
   * @param step s; zero for continuous time
   * @return the variance of each coordinate; infinite where there is none
   */
  double[] variances(double step) {
    int n = curvatures.length;
    double share = 0;
    boolean stable = true;
    for (double h : curvatures) {
      stable &= step * h < 2;
      share += eta / batch * h / (2 - step * h);
    }
    double mean = stable && share < 1 ? least / (1 - share) : Double.POSITIVE_INFINITY;
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double v = basis.getEntry(i, j);
        out[i] += v == 0 ? 0 : v * v * 2 * eta / batch * mean / (2 - step * curvatures[j]);
      }
    }
    return out;
  }
}
