package org.thalweg.networks;

/**
 * Describes a network as a function and its loss.
 *
 * @param layers the widths
 * @param activation f of hidden units
 * @param loss what compares outputs with targets
 * @param decay weight decay d, which adds d |theta|^2/2 over all parameters to the loss
 */
record Network(Layers layers, Activation activation, SampleLoss loss, double decay) {
  /** Adds the gradient of the decay at a point. */
  void addDecay(double[] theta, double[] out) {
    if (decay != 0) {
      for (int j = 0; j < out.length; j++) {
        out[j] += decay * theta[j];
      }
    }
  }

  /** Returns the decay's part of the loss at a point. */
  double decayOf(double[] theta) {
    double sum = 0;
    for (int j = 0; j < theta.length && decay != 0; j++) {
      sum += theta[j] * theta[j];
    }
    return 0.5 * decay * sum;
  }
}
