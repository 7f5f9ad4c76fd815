package org.thalweg.api.analysis;

import java.util.List;

/**
 * An array of numbers, kept by a run or read from a file.
 *
 * @param name a file name without extension, in words joined by hyphens
 * @param shape the length of each dimension, the last running fastest
 * @param values the numbers
 * @param meaning what the array holds, with the meaning of its dimensions
 * @param columns names along the last dimension, where the file that was read gave them; empty
 *     otherwise
 */
public record NamedArray(
    String name, int[] shape, double[] values, String meaning, List<String> columns) {
  /**
   * Checks that the shape fits.
   *
   * @param name a file name
   * @param shape the dimensions
   * @param values the numbers
   * @param meaning what it holds
   * @param columns names along the last dimension, or none
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
    columns = List.copyOf(columns);
    if (!columns.isEmpty() && (shape.length == 0 || shape[shape.length - 1] != columns.size())) {
      throw new IllegalArgumentException(
          "array " + name + " has " + columns.size() + " names that do not fit its last dimension");
    }
  }

  /**
   * An array whose columns have no names.
   *
   * @param name a file name
   * @param shape the dimensions
   * @param values the numbers
   * @param meaning what it holds
   */
  public NamedArray(String name, int[] shape, double[] values, String meaning) {
    this(name, shape, values, meaning, List.of());
  }
}
