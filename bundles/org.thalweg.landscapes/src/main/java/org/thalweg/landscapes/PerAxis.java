package org.thalweg.landscapes;

import java.util.Arrays;
import org.thalweg.api.plugin.InvalidParameterException;

/** Fits an array that an experiment gives to the number of parameters. */
final class PerAxis {
  private PerAxis() {}

  /**
   * Returns the array, or its only number for all parameters.
   *
   * @throws InvalidParameterException if it has another length
   */
  static double[] fit(String parameter, double[] given, int dim) {
    if (given.length == dim) {
      return given.clone();
    }
    if (given.length != 1) {
      throw new InvalidParameterException(
          parameter,
          "has "
              + given.length
              + " numbers, but the landscape has "
              + dim
              + (dim == 1 ? " parameter; give 1 number" : " parameters; give " + dim + " numbers")
              + (dim == 1 ? "" : ", or one for all"));
    }
    double[] all = new double[dim];
    Arrays.fill(all, given[0]);
    return all;
  }
}
