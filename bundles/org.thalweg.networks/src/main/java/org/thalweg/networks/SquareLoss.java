package org.thalweg.networks;

/** Computes half the squared distance of outputs from targets, |z - y|^2/2; p = z. */
final class SquareLoss implements SampleLoss {
  @Override
  public double add(double[] z, Samples samples, int[] chosen, int n, double sum) {
    samples.takeOffTargets(chosen, n, z);
    double total = sum;
    for (int j = 0; j < n * samples.outputs(); j++) {
      total += 0.5 * z[j] * z[j];
    }
    return total;
  }

  @Override
  public void predict(double[] z, int n, int outputs) {
    // The prediction is the output itself.
  }

  @Override
  public void bend(double[] p, double[] rates, int n, int outputs, double weight) {
    for (int j = 0; j < n * outputs; j++) {
      rates[j] *= weight;
    }
  }
}
