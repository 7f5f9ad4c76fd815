package org.thalweg.api.plugin;

import java.util.Arrays;

/**
 * Fits a parameter that is one number per coordinate, or one for all, to the landscape it is for.
 */
public final class PerCoordinate {
  private PerCoordinate() {}

  /**
   * The numbers, one per coordinate.
   *
   * @param parameter the name of the parameter, for what is said of it
   * @param given its value: as many numbers as there are coordinates, or a single one
   * @param dim the number of coordinates, which experiments know as parameters of the landscape
   * @return a new array of that length
   * @throws InvalidParameterException if there are neither as many nor one
   */
  public static double[] of(String parameter, double[] given, int dim) {
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
