package org.thalweg.networks;

/**
 * Tells the widths of a network; an interface of plain types, so that a landscape can still be
 * asked when another stands before it and passes calls on, as the instruments of {@code thalweg
 * bench} do.
 */
public interface NetworkShape {
  /**
   * The widths.
   *
   * @return inputs, units of each hidden layer, outputs
   */
  int[] widths();

  /**
   * Whether units have biases.
   *
   * @return false where there are weights only
   */
  boolean bias();
}
