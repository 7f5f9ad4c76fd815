package org.thalweg.networks;

import org.thalweg.api.math.BlockMatrix;

/**
 * Takes samples forward through a network and derivatives back, by products of matrices.
 *
 * <p>Rows are samples. Units of a layer have one more column of ones, which multiplies the biases;
 * derivatives have a column of zeros there. Many samples go in pieces that fit the second-level
 * cache. It owns scratch and serves one thread.
 */
final class Propagation {
  /** Samples per piece, part of the numerics: sums run piece by piece. */
  static final int PIECE = 64;

  private final Layers layers;
  private final Activation activation;
  private final Samples samples;
  private final int[] labels = new int[PIECE];
  private final double[][] units;
  private final double[][] derivatives;
  private final double[] transposed;
  private double[] part = {};
  private HessianPass hessian;

  Propagation(Layers layers, Activation activation, Samples samples) {
    this.layers = layers;
    this.activation = activation;
    this.samples = samples;
    int count = layers.count();
    units = new double[count][];
    derivatives = new double[count][];
    int largest = 0;
    for (int l = 0; l < count; l++) {
      units[l] = new double[PIECE * (layers.inputs(l) + 1)];
      setOnes(units[l], layers.inputs(l));
      derivatives[l] = new double[PIECE * layers.stride(l)];
      largest = Math.max(largest, l == 0 ? 0 : layers.inputs(l) * layers.outputs(l));
    }
    transposed = new double[largest];
  }

  /** Returns the mean loss of all samples. */
  double value(double[] theta) {
    double sum = 0;
    double[] z = derivatives[layers.count() - 1];
    for (int done = 0; done < samples.count(); done += PIECE) {
      int n = load(null, done, samples.count());
      forward(theta, n);
      sum = CrossEntropy.add(z, labels, n, layers.classes(), sum);
    }
    return sum / samples.count();
  }

  /**
   * Computes the gradient of the mean loss.
   *
   * @param theta the point
   * @param batch the samples, or null for all
   * @param out set to the gradient
   */
  void gradient(double[] theta, int[] batch, double[] out) {
    int count = batch == null ? samples.count() : batch.length;
    for (int done = 0; done < count; done += PIECE) {
      double[] to = done == 0 ? out : part();
      int n = load(batch, done, count);
      forward(theta, n);
      probabilities(n);
      backward(theta, n, 1.0 / count, to);
      if (done > 0) {
        add(to, out);
      }
    }
  }

  /** Computes the product of the full loss's Hessian with a vector. */
  void hessianVector(double[] theta, double[] v, double[] out) {
    if (hessian == null) {
      hessian = new HessianPass(layers, activation);
    }
    int count = samples.count();
    for (int done = 0; done < count; done += PIECE) {
      double[] to = done == 0 ? out : part();
      int n = load(null, done, count);
      forward(theta, n);
      probabilities(n);
      double[] rates = hessian.forward(theta, v, n, units);
      double[] p = derivatives[layers.count() - 1];
      CrossEntropy.bend(p, rates, n, layers.classes(), 1.0 / count);
      CrossEntropy.derivatives(p, labels, n, layers.classes(), 1.0 / count);
      hessian.backward(theta, v, n, units, derivatives, to);
      if (done > 0) {
        add(to, out);
      }
    }
  }

  private double[] part() {
    if (part.length == 0) {
      part = new double[layers.dim()];
    }
    return part;
  }

  private static void add(double[] part, double[] out) {
    for (int j = 0; j < out.length; j++) {
      out[j] += part[j];
    }
  }

  private int load(int[] batch, int done, int count) {
    int n = Math.min(PIECE, count - done);
    int stride = layers.inputs(0) + 1;
    for (int i = 0; i < n; i++) {
      int s = batch == null ? done + i : batch[done + i];
      samples.copy(s, units[0], i * stride);
      labels[i] = samples.label(s);
    }
    return n;
  }

  private static void setOnes(double[] units, int width) {
    for (int at = width; at < units.length; at += width + 1) {
      units[at] = 1;
    }
  }

  /** Fills units, and the place of the last derivatives with logits. */
  private void forward(double[] theta, int n) {
    int last = layers.count() - 1;
    for (int l = 0; l <= last; l++) {
      int inputs = layers.inputs(l) + 1;
      int outputs = layers.outputs(l);
      double[] z = l == last ? derivatives[l] : units[l + 1];
      BlockMatrix.multiply(
          n,
          inputs,
          outputs,
          units[l],
          0,
          inputs,
          theta,
          layers.from(l),
          outputs,
          z,
          0,
          layers.stride(l));
      if (l < last) {
        activation.apply(z, n * layers.stride(l));
        setOnes(z, outputs);
      }
    }
  }

  private void probabilities(int n) {
    CrossEntropy.softmax(derivatives[layers.count() - 1], n, layers.classes());
  }

  /** Turns probabilities into derivatives, takes them back and sums their products with units. */
  private void backward(double[] theta, int n, double weight, double[] out) {
    int last = layers.count() - 1;
    CrossEntropy.derivatives(derivatives[last], labels, n, layers.classes(), weight);
    for (int l = last; l >= 0; l--) {
      int inputs = layers.inputs(l);
      int outputs = layers.outputs(l);
      double[] d = derivatives[l];
      BlockMatrix.multiplyTransposed(
          inputs + 1,
          n,
          outputs,
          units[l],
          0,
          inputs + 1,
          d,
          0,
          layers.stride(l),
          out,
          layers.from(l),
          outputs);
      if (l > 0) {
        double[] back = derivatives[l - 1];
        BlockMatrix.transpose(
            inputs, outputs, theta, layers.from(l), outputs, transposed, 0, inputs);
        BlockMatrix.multiply(
            n, outputs, inputs, d, 0, layers.stride(l), transposed, 0, inputs, back, 0, inputs + 1);
        activation.multiplyBySlope(units[l], back, n * (inputs + 1));
      }
    }
  }
}
