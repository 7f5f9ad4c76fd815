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

  private final Network network;
  private final Layers layers;
  private final Samples samples;
  private final int[] chosen = new int[PIECE];
  private final Units[] units;

  /** Derivatives by what layers put out, before f; the last one holds outputs at first. */
  private final double[][] derivatives;

  private final double[] transposed;
  private double[] part = {};
  private HessianPass hessian;

  Propagation(Network network, Samples samples) {
    this.network = network;
    this.layers = network.layers();
    this.samples = samples;
    int count = layers.count();
    units = new Units[count];
    derivatives = new double[count][];
    int largest = 0;
    for (int l = 0; l < count; l++) {
      int size = PIECE * (layers.inputs(l) + 1);
      units[l] = l == 0 ? Units.inputs(size) : Units.of(size, network.activation());
      setOnes(units[l].h(), layers.inputs(l));
      derivatives[l] = new double[PIECE * layers.stride(l)];
      largest = Math.max(largest, l == 0 ? 0 : layers.inputs(l) * layers.outputs(l));
    }
    transposed = new double[largest];
  }

  /** Returns the loss over all samples, with the decay. */
  double value(double[] theta) {
    return error(theta) + network.decayOf(theta);
  }

  /** Returns the mean loss of all samples alone. */
  double error(double[] theta) {
    double sum = 0;
    for (int done = 0; done < samples.count(); done += PIECE) {
      int n = load(null, done, samples.count());
      forward(theta, n);
      sum = network.loss().add(outputs(), samples, chosen, n, sum);
    }
    return sum / samples.count();
  }

  /** Returns the share of all samples that are given their class. */
  double accuracy(double[] theta) {
    int hits = 0;
    for (int done = 0; done < samples.count(); done += PIECE) {
      int n = load(null, done, samples.count());
      forward(theta, n);
      hits += samples.hits(outputs(), chosen, n);
    }
    return (double) hits / samples.count();
  }

  /**
   * Computes the gradient of the loss.
   *
   * @param theta the point
   * @param batch the samples, or null for all
   * @param out set to the gradient
   */
  void gradient(double[] theta, int[] batch, double[] out) {
    int count = batch == null ? samples.count() : batch.length;
    for (int done = 0; done < count; done += PIECE) {
      int n = load(batch, done, count);
      forward(theta, n);
      network.loss().predict(outputs(), n, layers.outputs());
      differentiate(n, 1.0 / count);
      backward(theta, n, done, out);
    }
    network.addDecay(theta, out);
  }

  /** Computes the product of the full loss's Hessian with a vector. */
  void hessianVector(double[] theta, double[] v, double[] out) {
    if (hessian == null) {
      hessian = new HessianPass(layers, network.activation());
    }
    int count = samples.count();
    for (int done = 0; done < count; done += PIECE) {
      double[] to = done == 0 ? out : part();
      int n = load(null, done, count);
      forward(theta, n);
      network.loss().predict(outputs(), n, layers.outputs());
      double[] rates = hessian.forward(theta, v, n, units);
      network.loss().bend(outputs(), rates, n, layers.outputs(), 1.0 / count);
      differentiate(n, 1.0 / count);
      hessian.backward(theta, v, n, units, derivatives, to);
      if (done > 0) {
        add(to, out);
      }
    }
    network.addDecay(v, out);
  }

  /**
   * Computes J^T e / N with the Jacobian J of all outputs.
   *
   * @param theta the point
   * @param e one number for each output of each sample
   * @param out set to the product
   */
  void transposedJacobian(double[] theta, double[] e, double[] out) {
    int count = samples.count();
    int outputs = layers.outputs();
    for (int done = 0; done < count; done += PIECE) {
      int n = load(null, done, count);
      forward(theta, n);
      double[] d = outputs();
      for (int j = 0; j < n * outputs; j++) {
        d[j] = e[done * outputs + j] / count;
      }
      backward(theta, n, done, out);
    }
  }

  private double[] outputs() {
    return derivatives[layers.count() - 1];
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
    double[] inputs = units[0].h();
    for (int i = 0; i < n; i++) {
      chosen[i] = batch == null ? done + i : batch[done + i];
      samples.copy(chosen[i], inputs, i * stride);
    }
    return n;
  }

  private static void setOnes(double[] units, int width) {
    for (int at = width; at < units.length; at += width + 1) {
      units[at] = 1;
    }
  }

  /** Fills units, and the place of the last derivatives with outputs. */
  private void forward(double[] theta, int n) {
    int last = layers.count() - 1;
    for (int l = 0; l <= last; l++) {
      int outputs = layers.outputs(l);
      double[] z = l == last ? derivatives[l] : units[l + 1].h();
      BlockMatrix.multiply(
          n,
          layers.rows(l),
          outputs,
          units[l].h(),
          0,
          layers.inputs(l) + 1,
          theta,
          layers.from(l),
          outputs,
          z,
          0,
          layers.stride(l));
      if (l < last) {
        network.activation().apply(units[l + 1], n * layers.stride(l));
        setOnes(z, outputs);
      }
    }
  }

  /** Turns predictions into derivatives of the weighted loss, (p - y) weight. */
  private void differentiate(int n, double weight) {
    double[] p = outputs();
    samples.takeOffTargets(chosen, n, p);
    for (int j = 0; j < n * layers.outputs(); j++) {
      p[j] *= weight;
    }
  }

  /**
   * Takes derivatives by the outputs back and sums their products with units; the first piece of
   * samples sets out, others add to it.
   */
  private void backward(double[] theta, int n, int done, double[] out) {
    double[] to = done == 0 ? out : part();
    for (int l = layers.count() - 1; l >= 0; l--) {
      int inputs = layers.inputs(l);
      int outputs = layers.outputs(l);
      double[] d = derivatives[l];
      BlockMatrix.multiplyTransposed(
          layers.rows(l),
          n,
          outputs,
          units[l].h(),
          0,
          inputs + 1,
          d,
          0,
          layers.stride(l),
          to,
          layers.from(l),
          outputs);
      if (l > 0) {
        double[] back = derivatives[l - 1];
        BlockMatrix.transpose(
            inputs, outputs, theta, layers.from(l), outputs, transposed, 0, inputs);
        BlockMatrix.multiply(
            n, outputs, inputs, d, 0, layers.stride(l), transposed, 0, inputs, back, 0, inputs + 1);
        network.activation().multiplyBySlope(units[l], back, n * (inputs + 1));
      }
    }
    if (done > 0) {
      add(to, out);
    }
  }
}
