package org.thalweg.testkit;

import org.thalweg.api.problem.Landscape;

/**
 * The landscape that is zero everywhere, where a test needs one and its loss does not matter.
 *
 * @param dim the number of parameters
 */
public record FlatLandscape(int dim) implements Landscape {
  @Override
  public double value(double[] x) {
    return 0;
  }
}
