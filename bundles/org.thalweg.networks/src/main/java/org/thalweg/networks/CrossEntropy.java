package org.thalweg.networks;

import org.thalweg.api.math.BlockMath;

/**
 * Computes the cross-entropy log sum_c exp(z_c) - z_label of softmax probabilities p from logits z.
 *
 * <p>The largest logit of a sample is taken off all of its logits first, so that no exponential
 * overflows and the sum is at least 1.
 */
final class CrossEntropy implements SampleLoss {
  @Override
  public double add(double[] z, Samples samples, int[] chosen, int n, double sum) {
    int classes = samples.outputs();
    takeOffLargest(z, n, classes);
    double total = sum;
    for (int i = 0; i < n; i++) {
      total -= z[i * classes + samples.label(chosen[i])];
    }
    BlockMath.exp(z, z, n * classes);
    for (int i = 0; i < n; i++) {
      total += BlockMath.log(sum(z, i * classes, classes));
    }
    return total;
  }

  @Override
  public void predict(double[] z, int n, int outputs) {
    takeOffLargest(z, n, outputs);
    BlockMath.exp(z, z, n * outputs);
    for (int i = 0; i < n; i++) {
      int at = i * outputs;
      double scale = 1 / sum(z, at, outputs);
      for (int c = at; c < at + outputs; c++) {
        z[c] *= scale;
      }
    }
  }

  @Override
  public void bend(double[] p, double[] rates, int n, int outputs, double weight) {
    for (int i = 0; i < n; i++) {
      int at = i * outputs;
      double mean = 0;
      for (int c = at; c < at + outputs; c++) {
        mean += p[c] * rates[c];
      }
      for (int c = at; c < at + outputs; c++) {
        rates[c] = p[c] * (rates[c] - mean) * weight;
      }
    }
  }

  private static void takeOffLargest(double[] z, int rows, int classes) {
    for (int i = 0; i < rows; i++) {
      int at = i * classes;
      double largest = z[at];
      for (int c = at + 1; c < at + classes; c++) {
        largest = Math.max(largest, z[c]);
      }
      for (int c = at; c < at + classes; c++) {
        z[c] -= largest;
      }
    }
  }

  private static double sum(double[] z, int at, int classes) {
    double sum = 0;
    for (int c = at; c < at + classes; c++) {
      sum += z[c];
    }
    return sum;
  }
}
