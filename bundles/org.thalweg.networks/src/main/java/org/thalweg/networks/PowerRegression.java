package org.thalweg.networks;

/**
 * Takes derivatives of a regression by its weights b on to u and v, b = u^D - v^D.
 *
 * <p>With g the gradient by b and G its rate of change along (p, q): dL/du = D u^(D-1) g and its
 * rate D u^(D-1) G + D (D-1) u^(D-2) p g; the same with v, q and the other sign. It owns scratch
 * and serves one thread.
 */
final class PowerRegression {
  private final Propagation regression;
  private final int inputs;
  private final int depth;
  private final double[] weights;
  private final double[] gradient;
  private final double[] directions;
  private final double[] rates;

  PowerRegression(Propagation regression, int inputs, int depth) {
    this.regression = regression;
    this.inputs = inputs;
    this.depth = depth;
    weights = new double[inputs];
    gradient = new double[inputs];
    directions = new double[inputs];
    rates = new double[inputs];
  }

  double value(double[] x) {
    return regression.value(weightsAt(x));
  }

  double accuracy(double[] x) {
    return regression.accuracy(weightsAt(x));
  }

  /**
   * Computes the gradient of the loss.
   *
   * @param x the point, u and v
   * @param batch the samples, or null for all
   * @param out set to the gradient
   */
  void gradient(double[] x, int[] batch, double[] out) {
    regression.gradient(weightsAt(x), batch, gradient);
    chain(x, gradient, out);
  }

  /** Computes J^T e / N with the Jacobian J of the outputs by u and v. */
  void transposedJacobian(double[] x, double[] e, double[] out) {
    regression.transposedJacobian(weightsAt(x), e, gradient);
    chain(x, gradient, out);
  }

  /** Computes the product of the full loss's Hessian with a vector. */
  void hessianVector(double[] x, double[] v, double[] out) {
    weightsAt(x);
    for (int k = 0; k < inputs; k++) {
      directions[k] = slope(x[k]) * v[k] - slope(x[inputs + k]) * v[inputs + k];
    }
    regression.gradient(weights, null, gradient);
    regression.hessianVector(weights, directions, rates);
    chain(x, rates, out);
    for (int k = 0; k < inputs; k++) {
      out[k] += bend(x[k]) * v[k] * gradient[k];
      out[inputs + k] -= bend(x[inputs + k]) * v[inputs + k] * gradient[k];
    }
  }

  private double[] weightsAt(double[] x) {
    for (int k = 0; k < inputs; k++) {
      weights[k] = power(x[k], depth) - power(x[inputs + k], depth);
    }
    return weights;
  }

  private void chain(double[] x, double[] byWeights, double[] out) {
    for (int k = 0; k < inputs; k++) {
      out[k] = slope(x[k]) * byWeights[k];
      out[inputs + k] = -slope(x[inputs + k]) * byWeights[k];
    }
  }

  private double slope(double u) {
    return depth * power(u, depth - 1);
  }

  private double bend(double u) {
    return depth == 1 ? 0 : depth * (depth - 1.0) * power(u, depth - 2);
  }

  /** Products in one order, so that the bits are the same everywhere. */
  private static double power(double u, int exponent) {
    double product = 1;
    for (int i = 0; i < exponent; i++) {
      product *= u;
    }
    return product;
  }
}
