package org.thalweg.landscapes;

import org.thalweg.api.math.BlockMath;

/**
 * A curvature that oscillates along a ring: lambda = middle - half cos(k x), k = 2 pi/period,
 * middle = (flat + sharp)/2, half = (sharp - flat)/2.
 */
final class CosineCurvature implements Curvature {
  private final double middle;
  private final double half;
  private final double waveNumber;

  CosineCurvature(double flat, double sharp, double period) {
    this.middle = 0.5 * (flat + sharp);
    this.half = 0.5 * (sharp - flat);
    this.waveNumber = 2 * Math.PI / period;
  }

  @Override
  public double value(double x) {
    return middle - half * BlockMath.cos(waveNumber * x);
  }

  @Override
  public double slope(double x) {
    return half * waveNumber * BlockMath.sin(waveNumber * x);
  }

  @Override
  public double bend(double x) {
    return half * waveNumber * waveNumber * BlockMath.cos(waveNumber * x);
  }

  @Override
  public void evaluate(double[] x, double[] value, double[] slope, int n) {
    phases(x, value, n);
    BlockMath.sinCos(value, slope, value, n);
    for (int j = 0; j < n; j++) {
      value[j] = middle - half * value[j];
      slope[j] = half * waveNumber * slope[j];
    }
  }

  @Override
  public void evaluate(double[] x, double[] value, double[] slope, double[] bend, int n) {
    phases(x, value, n);
    BlockMath.sinCos(value, slope, bend, n);
    for (int j = 0; j < n; j++) {
      value[j] = middle - half * bend[j];
      slope[j] = half * waveNumber * slope[j];
      bend[j] = half * waveNumber * waveNumber * bend[j];
    }
  }

  private void phases(double[] x, double[] out, int n) {
    for (int j = 0; j < n; j++) {
      out[j] = waveNumber * x[j];
    }
  }
}
