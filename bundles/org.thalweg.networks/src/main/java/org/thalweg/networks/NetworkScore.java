package org.thalweg.networks;

import java.util.function.ToDoubleFunction;
import org.thalweg.api.problem.Score;

/** Gives a score a name; several threads may ask for it at once. */
record NetworkScore(String name, String doc, ToDoubleFunction<double[]> function) implements Score {
  @Override
  public double value(double[] x) {
    return function.applyAsDouble(x);
  }
}
