package org.thalweg.networks;

import org.thalweg.api.math.BlockMatrix;

/**
 * Computes exact products of the Hessian with a vector v, for the price of about two gradients:
 * every quantity of the forward and backward pass has a rate of change along v.
 *
 * <p>With R for the derivative along v: R z = (R h) W + h V, R h = f'(z) R z; back, R d' = f'(z) (R
 * d W^T + d V^T) + R f'(z) (d W^T), and R of the gradient is (R h)^T d + h^T (R d).
 *
 * <p>Source: Pearlmutter 1994, doi:10.1162/neco.1994.6.1.147.
 */
final class HessianPass {
  private final Layers layers;
  private final Activation activation;

  /** R of units; the column of ones has the rate zero. */
  private final double[][] rates;

  /** R of what the activation is applied to, or of units where that is all it asks for. */
  private final double[][] bendRates;

  /** R of derivatives; the last one holds R of outputs before. */
  private final double[][] bends;

  private final double[] product;
  private final double[] transposed;

  HessianPass(Layers layers, Activation activation) {
    this.layers = layers;
    this.activation = activation;
    int count = layers.count();
    rates = new double[count][];
    bendRates = new double[count][];
    bends = new double[count][];
    int largest = 0;
    for (int l = 0; l < count; l++) {
      int inputs = layers.inputs(l) + 1;
      int stride = layers.stride(l);
      rates[l] = new double[l == 0 ? 0 : Propagation.PIECE * inputs];
      bendRates[l] = activation.keepsDerivatives() ? rates[l].clone() : rates[l];
      bends[l] = new double[Propagation.PIECE * stride];
      if (l > 0) {
        largest = Math.max(largest, Propagation.PIECE * Math.max(inputs, stride));
        largest = Math.max(largest, inputs * layers.outputs(l));
      }
    }
    product = new double[largest];
    transposed = new double[largest];
  }

  /**
   * Takes rates forward.
   *
   * @param theta the point
   * @param v the direction
   * @param n the number of samples
   * @param units of every layer
   * @return the rates of the outputs, one row per sample
   */
  double[] forward(double[] theta, double[] v, int n, Units[] units) {
    int last = layers.count() - 1;
    for (int l = 0; l <= last; l++) {
      int rows = layers.rows(l);
      int inputs = layers.inputs(l) + 1;
      int outputs = layers.outputs(l);
      int stride = layers.stride(l);
      int from = layers.from(l);
      double[] z = l == last ? bends[l] : rates[l + 1];
      BlockMatrix.multiply(
          n, rows, outputs, units[l].h(), 0, inputs, v, from, outputs, z, 0, stride);
      if (l > 0) {
        BlockMatrix.multiply(
            n, rows, outputs, rates[l], 0, inputs, theta, from, outputs, product, 0, stride);
        add(product, z, 0, n * stride);
      }
      if (l < last) {
        for (int i = 0; i < n; i++) {
          z[i * stride + outputs] = 0;
        }
        if (activation.keepsDerivatives()) {
          System.arraycopy(z, 0, bendRates[l + 1], 0, n * stride);
        }
        activation.multiplyBySlope(units[l + 1], z, n * stride);
      }
    }
    return bends[last];
  }

  /**
   * Takes derivatives and their rates back.
   *
   * @param theta the point
   * @param v the direction
   * @param n the number of samples
   * @param units of every layer
   * @param derivatives those by the outputs are given, those before are set
   * @param out set to the product of the Hessian with v
   */
  void backward(
      double[] theta, double[] v, int n, Units[] units, double[][] derivatives, double[] out) {
    for (int l = layers.count() - 1; l >= 0; l--) {
      sum(l, n, units[l].h(), bends[l], out);
      if (l > 0) {
        sumMore(l, n, derivatives[l], out);
        back(l, n, theta, derivatives[l], derivatives[l - 1]);
        back(l, n, v, derivatives[l], product);
        back(l, n, theta, bends[l], bends[l - 1]);
        int size = n * (layers.inputs(l) + 1);
        clearBias(n, layers.inputs(l), product);
        add(product, bends[l - 1], 0, size);
        activation.multiplyBySlope(units[l], bends[l - 1], size);
        activation.addBend(units[l], bendRates[l], derivatives[l - 1], bends[l - 1], size);
        activation.multiplyBySlope(units[l], derivatives[l - 1], size);
      }
    }
  }

  private void sum(int l, int n, double[] units, double[] d, double[] out) {
    int rows = layers.rows(l);
    int inputs = layers.inputs(l) + 1;
    int outputs = layers.outputs(l);
    BlockMatrix.multiplyTransposed(
        rows, n, outputs, units, 0, inputs, d, 0, layers.stride(l), out, layers.from(l), outputs);
  }

  private void sumMore(int l, int n, double[] d, double[] out) {
    int rows = layers.rows(l);
    int inputs = layers.inputs(l) + 1;
    int outputs = layers.outputs(l);
    BlockMatrix.multiplyTransposed(
        rows, n, outputs, rates[l], 0, inputs, d, 0, layers.stride(l), product, 0, outputs);
    add(product, out, layers.from(l), rows * outputs);
  }

  /** Multiplies derivatives behind a layer by its transposed weights. */
  private void back(int l, int n, double[] weights, double[] d, double[] to) {
    int inputs = layers.inputs(l);
    int outputs = layers.outputs(l);
    BlockMatrix.transpose(inputs, outputs, weights, layers.from(l), outputs, transposed, 0, inputs);
    BlockMatrix.multiply(
        n, outputs, inputs, d, 0, layers.stride(l), transposed, 0, inputs, to, 0, inputs + 1);
  }

  private static void clearBias(int n, int width, double[] d) {
    for (int i = 0; i < n; i++) {
      d[i * (width + 1) + width] = 0;
    }
  }

  private static void add(double[] from, double[] to, int at, int n) {
    for (int j = 0; j < n; j++) {
      to[at + j] += from[j];
    }
  }
}
