package org.thalweg.noise;

import java.util.Arrays;
import org.thalweg.api.plugin.InvalidParameterException;

/** Reads a parameter that is one number per axis, or one for all. */
final class PerAxis {
  private PerAxis() {}

  static double[] of(String parameter, double[] given, int dim) {
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
              + " parameters; give one number for each, or one for all");
    }
    double[] all = new double[dim];
    Arrays.fill(all, given[0]);
    return all;
  }
}
