package org.thalweg.starts;

import java.util.Arrays;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.plugin.InvalidParameterException;

/** Takes an array apart into points, one per row. */
final class Rows {
  private Rows() {}

  /**
   * The rows of an array with one column per parameter; in one dimension a plain list of numbers
   * will do too, and so will a list with one number per parameter as the only point.
   *
   * @param parameter where the array came from, for errors
   * @throws InvalidParameterException if the columns do not fit
   */
  static double[][] of(String parameter, NamedArray array, int dim) {
    int[] shape = array.shape();
    boolean list = shape.length == 1 && (dim == 1 || shape[0] == dim);
    if (!list && (shape.length != 2 || shape[1] != dim)) {
      throw new InvalidParameterException(
          parameter,
          "has the shape "
              + Arrays.toString(shape)
              + ", but starting points are rows of "
              + dim
              + (dim == 1 ? " number" : " numbers")
              + ", one per parameter of the landscape; give such rows");
    }
    double[][] rows = new double[array.values().length / dim][];
    for (int r = 0; r < rows.length; r++) {
      rows[r] = Arrays.copyOfRange(array.values(), r * dim, (r + 1) * dim);
    }
    return rows;
  }

  /** Whether a point can be started from. */
  static boolean isFinite(double[] point) {
    return Arrays.stream(point).allMatch(Double::isFinite);
  }
}
