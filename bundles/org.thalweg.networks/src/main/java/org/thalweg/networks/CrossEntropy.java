package org.thalweg.networks;

import org.thalweg.api.math.BlockMath;

/**
 * Computes the cross-entropy of softmax probabilities, log sum_c exp(z_c) - z_label, and its
 * derivatives by the logits z.
 *
 * <p>The largest logit of a sample is taken off all of its logits first, so that no exponential
 * overflows and the sum is at least 1.
 */
final class CrossEntropy {
  private CrossEntropy() {}

  /**
   * Adds the losses of some samples, and destroys the logits.
   *
   * @param z logits, one row per sample
   * @param labels the class of each sample
   * @param rows the number of samples
   * @param classes the number of classes
   * @param sum what to add to
   * @return the sum
   */
  static double add(double[] z, int[] labels, int rows, int classes, double sum) {
    takeOffLargest(z, rows, classes);
    double total = sum;
    for (int i = 0; i < rows; i++) {
      total -= z[i * classes + labels[i]];
    }
    BlockMath.exp(z, z, rows * classes);
    for (int i = 0; i < rows; i++) {
      total += BlockMath.log(sum(z, i * classes, classes));
    }
    return total;
  }

  /**
   * Replaces logits by the softmax probabilities p.
   *
   * @param z logits, one row per sample
   * @param rows the number of samples
   * @param classes the number of classes
   */
  static void softmax(double[] z, int rows, int classes) {
    takeOffLargest(z, rows, classes);
    BlockMath.exp(z, z, rows * classes);
    for (int i = 0; i < rows; i++) {
      int at = i * classes;
      double scale = 1 / sum(z, at, classes);
      for (int c = at; c < at + classes; c++) {
        z[c] *= scale;
      }
    }
  }

  /**
   * Replaces probabilities by the derivatives of the weighted loss, (p - 1 at the label) weight.
   *
   * @param p probabilities, one row per sample
   * @param labels the class of each sample
   * @param rows the number of samples
   * @param classes the number of classes
   * @param weight of each sample's loss
   */
  static void derivatives(double[] p, int[] labels, int rows, int classes, double weight) {
    for (int i = 0; i < rows; i++) {
      p[i * classes + labels[i]] -= 1;
    }
    for (int j = 0; j < rows * classes; j++) {
      p[j] *= weight;
    }
  }

  /**
   * Replaces the logits' rates of change along a direction by those of the loss's derivatives, (p
   * rate - p sum_c p_c rate_c) weight.
   *
   * @param p probabilities, one row per sample
   * @param rates set to the result
   * @param rows the number of samples
   * @param classes the number of classes
   * @param weight of each sample's loss
   */
  static void bend(double[] p, double[] rates, int rows, int classes, double weight) {
    for (int i = 0; i < rows; i++) {
      int at = i * classes;
      double mean = 0;
      for (int c = at; c < at + classes; c++) {
        mean += p[c] * rates[c];
      }
      for (int c = at; c < at + classes; c++) {
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
