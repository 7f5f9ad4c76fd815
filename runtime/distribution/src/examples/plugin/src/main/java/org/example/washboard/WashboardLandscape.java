package org.example.washboard;

import org.thalweg.api.problem.Landscape;

/**
 * The potential and its derivatives: with k = 2 pi/period, L' = height k sin(k x) - tilt and L'' =
 * height k^2 cos(k x).
 *
 * <p>Immutable, as every landscape is: several threads use it at once. A large model would override
 * {@link Landscape#evaluator} too, which works on many walkers at a time.
 */
final class WashboardLandscape implements Landscape {
  private final double height;
  private final double tilt;
  private final double wavenumber;

  WashboardLandscape(double height, double period, double tilt) {
    this.height = height;
    this.tilt = tilt;
    this.wavenumber = 2 * Math.PI / period;
  }

  @Override
  public int dim() {
    return 1;
  }

  @Override
  public double value(double[] x) {
    return height * (1 - StrictMath.cos(wavenumber * x[0])) - tilt * x[0];
  }

  @Override
  public void gradient(double[] x, double[] out) {
    out[0] = height * wavenumber * StrictMath.sin(wavenumber * x[0]) - tilt;
  }

  @Override
  public void hessianVector(double[] x, double[] v, double[] out) {
    out[0] = height * wavenumber * wavenumber * StrictMath.cos(wavenumber * x[0]) * v[0];
  }
}
