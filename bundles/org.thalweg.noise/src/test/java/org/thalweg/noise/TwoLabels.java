package org.thalweg.noise;

import org.thalweg.api.problem.LabelledLandscape;

/**
 * The smallest landscape with labels whose outputs are not linear: two samples with outputs u v and
 * u, of labels 1 and 0, L = ((u v - 1)^2 + u^2)/4.
 */
record TwoLabels() implements LabelledLandscape {
  @Override
  public int dim() {
    return 2;
  }

  @Override
  public int labels() {
    return 2;
  }

  @Override
  public double value(double[] x) {
    double error = x[0] * x[1] - 1;
    return (error * error + x[0] * x[0]) / 4;
  }

  @Override
  public void gradient(double[] x, double[] out) {
    double error = x[0] * x[1] - 1;
    out[0] = (error * x[1] + x[0]) / 2;
    out[1] = error * x[0] / 2;
  }

  @Override
  public OutputJacobian jacobian(int walkers) {
    return (t, x, e, out) -> {
      for (int w = 0; w < x.walkers(); w++) {
        out.set(0, w, (x.get(1, w) * e.get(0, w) + e.get(1, w)) / 2);
        out.set(1, w, x.get(0, w) * e.get(0, w) / 2);
      }
    };
  }
}
