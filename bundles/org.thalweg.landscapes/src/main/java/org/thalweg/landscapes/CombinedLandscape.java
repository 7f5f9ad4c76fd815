package org.thalweg.landscapes;

import org.thalweg.api.problem.Landscape;

/**
 * A landscape made from others, which may depend on time: its forms with a time are the ones to
 * write, and those without are the same at time zero.
 */
interface CombinedLandscape extends Landscape {
  @Override
  double value(double t, double[] x);

  @Override
  void gradient(double t, double[] x, double[] out);

  @Override
  void hessianVector(double t, double[] x, double[] v, double[] out);

  @Override
  default double value(double[] x) {
    return value(0, x);
  }

  @Override
  default void gradient(double[] x, double[] out) {
    gradient(0, x, out);
  }

  @Override
  default void hessianVector(double[] x, double[] v, double[] out) {
    hessianVector(0, x, v, out);
  }
}
