package org.thalweg.itests.seam;

import org.thalweg.api.problem.Landscape;

/** A landscape whose loss is multiplied by exp(t / period): the time-scaled shape. */
record Annealed(Landscape landscape, double period) implements Landscape {
  @Override
  public int dim() {
    return landscape.dim();
  }

  @Override
  public boolean dependsOnTime() {
    return true;
  }

  @Override
  public double value(double[] x) {
    return landscape.value(x);
  }

  @Override
  public double value(double t, double[] x) {
    return Math.exp(t / period) * landscape.value(x);
  }

  @Override
  public void gradient(double t, double[] x, double[] out) {
    landscape.gradient(x, out);
    for (int i = 0; i < out.length; i++) {
      out[i] *= Math.exp(t / period);
    }
  }
}
