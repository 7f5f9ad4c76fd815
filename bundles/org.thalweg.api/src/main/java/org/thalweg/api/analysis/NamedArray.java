package org.thalweg.api.analysis;

/**
 * An array of numbers to be kept.
 *
 * @param name a file name without extension, in words joined by hyphens
 * @param shape the length of each dimension, the last running fastest
 * @param values the numbers
 * @param meaning what the array holds, with the meaning of its dimensions
 */
public record NamedArray(String name, int[] shape, double[] values, String meaning) {
  /**
   * Checks that the shape fits.
   *
   * @param name a file name
   * @param shape the dimensions
   * @param values the numbers
   * @param meaning what it holds
   */
  public NamedArray {
    long n = 1;
    for (int s : shape) {
      n *= s;
    }
    if (n != values.length) {
      throw new IllegalArgumentException(
          "array " + name + " has " + values.length + " numbers, its shape says " + n);
    }
  }
}
