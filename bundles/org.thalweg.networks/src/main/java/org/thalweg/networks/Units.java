package org.thalweg.networks;

/**
 * Holds what a layer puts out for a piece of samples, h = f(z), and what the backward pass needs to
 * know of f there.
 *
 * @param h one row per sample: the units, then a one
 * @param slopes f'(z), if the activation keeps it, else empty
 * @param curvatures f''(z), if the activation keeps it, else empty
 */
record Units(double[] h, double[] slopes, double[] curvatures) {
  /** Inputs, which no activation has made. */
  static Units inputs(int size) {
    return new Units(new double[size], new double[0], new double[0]);
  }

  /** Units of an activation. */
  static Units of(int size, Activation activation) {
    int kept = activation.keepsDerivatives() ? size : 0;
    return new Units(new double[size], new double[kept], new double[kept]);
  }
}
