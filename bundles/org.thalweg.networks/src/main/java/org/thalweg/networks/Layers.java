package org.thalweg.networks;

import org.thalweg.api.plugin.InvalidParameterException;

/**
 * Says where each layer's parameters lie in a point: weights, inputs x outputs row by row, then
 * biases, which are one more row, for an input that is always 1.
 */
final class Layers {
  /** More parameters than this would not fit an array with room for the rest. */
  private static final long MOST = 1L << 30;

  private final int[] widths;
  private final int[] from;

  /** 1 if units have biases, else 0. */
  private final int ones;

  /**
   * @param bias whether units have biases
   * @param widths inputs, hidden widths, outputs
   */
  Layers(boolean bias, int... widths) {
    this.widths = widths.clone();
    ones = bias ? 1 : 0;
    from = new int[widths.length];
    for (int l = 1; l < widths.length; l++) {
      from[l] = Math.addExact(from[l - 1], Math.multiplyExact(rows(l - 1), widths[l]));
    }
  }

  /**
   * Layers that can be held.
   *
   * @param parameter what is at fault if they cannot
   * @param bias whether units have biases
   * @param widths inputs, hidden widths, outputs
   */
  static Layers of(String parameter, boolean bias, int... widths) {
    long dim = 0;
    for (int l = 1; l < widths.length; l++) {
      dim += (widths[l - 1] + (bias ? 1L : 0L)) * widths[l];
    }
    if (dim > MOST) {
      throw new InvalidParameterException(
          parameter,
          "makes "
              + dim
              + " parameters between "
              + widths[0]
              + " inputs and "
              + widths[widths.length - 1]
              + " outputs, but at most "
              + MOST
              + " can be held; take narrower layers, or fewer inputs or outputs");
    }
    return new Layers(bias, widths);
  }

  int[] widths() {
    return widths.clone();
  }

  boolean bias() {
    return ones > 0;
  }

  /** The number of layers of weights. */
  int count() {
    return widths.length - 1;
  }

  int dim() {
    return from[count()];
  }

  int inputs(int layer) {
    return widths[layer];
  }

  int outputs(int layer) {
    return widths[layer + 1];
  }

  /** The outputs of the last layer. */
  int outputs() {
    return widths[count()];
  }

  /** The rows of a layer's parameters: its inputs, and one more for biases. */
  int rows(int layer) {
    return widths[layer] + ones;
  }

  /** Where the weights of a layer begin. */
  int from(int layer) {
    return from[layer];
  }

  /** The distance of the rows of what a layer puts out: one more column, but for the last one. */
  int stride(int layer) {
    return outputs(layer) + (layer == count() - 1 ? 0 : 1);
  }
}
