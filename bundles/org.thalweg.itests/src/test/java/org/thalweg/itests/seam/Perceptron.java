package org.thalweg.itests.seam;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.thalweg.api.block.Block;
import org.thalweg.api.problem.SampledEvaluator;
import org.thalweg.api.problem.SampledLandscape;

/**
 * A perceptron with one hidden layer of tanh units and a square loss, on a data set drawn from a
 * seed: about 50,000 parameters, each walker with a minibatch of its own.
 */
final class Perceptron implements SampledLandscape {
  private final int inputs;
  private final int hidden;
  private final double[][] data;
  private final double[] targets;

  Perceptron(int inputs, int hidden, int samples, long seed) {
    this.inputs = inputs;
    this.hidden = hidden;
    SplittableRandom random = new SplittableRandom(seed);
    data = new double[samples][inputs];
    targets = new double[samples];
    for (int s = 0; s < samples; s++) {
      double sum = 0;
      for (int i = 0; i < inputs; i++) {
        data[s][i] = random.nextDouble(-1, 1);
        sum += i % 2 == 0 ? data[s][i] : -data[s][i];
      }
      targets[s] = Math.signum(sum);
    }
  }

  @Override
  public int dim() {
    return hidden * (inputs + 2);
  }

  @Override
  public int samples() {
    return data.length;
  }

  @Override
  public double value(double[] x) {
    double sum = 0;
    for (int s = 0; s < data.length; s++) {
      double error = output(x, data[s], null) - targets[s];
      sum += 0.5 * error * error;
    }
    return sum / data.length;
  }

  @Override
  public void gradient(double[] x, double[] out) {
    Arrays.fill(out, 0);
    double[] activation = new double[hidden];
    for (int s = 0; s < data.length; s++) {
      add(x, s, 1.0 / data.length, activation, out);
    }
  }

  /** Weights of unit h: inputs, then its bias, then its output weight. */
  private double output(double[] x, double[] input, double[] activation) {
    double sum = 0;
    for (int h = 0; h < hidden; h++) {
      int at = h * (inputs + 2);
      double field = x[at + inputs];
      for (int i = 0; i < inputs; i++) {
        field += x[at + i] * input[i];
      }
      double a = Math.tanh(field);
      if (activation != null) {
        activation[h] = a;
      }
      sum += x[at + inputs + 1] * a;
    }
    return sum;
  }

  private void add(double[] x, int s, double weight, double[] activation, double[] out) {
    double error = weight * (output(x, data[s], activation) - targets[s]);
    for (int h = 0; h < hidden; h++) {
      int at = h * (inputs + 2);
      double a = activation[h];
      double back = error * x[at + inputs + 1] * (1 - a * a);
      for (int i = 0; i < inputs; i++) {
        out[at + i] += back * data[s][i];
      }
      out[at + inputs] += back;
      out[at + inputs + 1] += error * a;
    }
  }

  @Override
  public SampledEvaluator evaluator(int walkers) {
    return new Evaluator();
  }

  private final class Evaluator implements SampledEvaluator {
    private final double[] activation = new double[hidden];

    @Override
    public void batchGradients(double t, Block x, int[][] batches, Block out) {
      out.fill(0);
      for (int w = 0; w < x.walkers(); w++) {
        for (int s : batches[w]) {
          add(x.line(w), s, 1.0 / batches[w].length, activation, out.line(w));
        }
      }
    }

    @Override
    public void values(double t, Block x, double[] out) {
      for (int w = 0; w < x.walkers(); w++) {
        out[w] = value(x.line(w));
      }
    }

    @Override
    public void gradients(double t, Block x, Block out) {
      for (int w = 0; w < x.walkers(); w++) {
        gradient(x.line(w), out.line(w));
      }
    }

    @Override
    public void hessianVectors(double t, Block x, Block v, Block out) {
      for (int w = 0; w < x.walkers(); w++) {
        hessianVector(x.line(w), v.line(w), out.line(w));
      }
    }
  }
}
