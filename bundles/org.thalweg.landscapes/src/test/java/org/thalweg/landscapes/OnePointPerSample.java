package org.thalweg.landscapes;

import org.thalweg.api.block.Block;
import org.thalweg.api.problem.SampledEvaluator;
import org.thalweg.api.problem.SampledLandscape;

/**
 * The mean of (x - c_n)^2/2 over samples c_n, the smallest data set there is.
 *
 * @param centres c_n
 */
record OnePointPerSample(double[] centres) implements SampledLandscape {
  @Override
  public int dim() {
    return 1;
  }

  @Override
  public int samples() {
    return centres.length;
  }

  @Override
  public double value(double[] x) {
    double sum = 0;
    for (double c : centres) {
      sum += 0.5 * (x[0] - c) * (x[0] - c) / centres.length;
    }
    return sum;
  }

  @Override
  public void gradient(double[] x, double[] out) {
    double sum = 0;
    for (double c : centres) {
      sum += (x[0] - c) / centres.length;
    }
    out[0] = sum;
  }

  @Override
  public void hessianVector(double[] x, double[] v, double[] out) {
    out[0] = v[0];
  }

  @Override
  public SampledEvaluator evaluator(int walkers) {
    return new Evaluator();
  }

  private final class Evaluator implements SampledEvaluator {
    private final double[] point = new double[1];
    private final double[] result = new double[1];

    @Override
    public void values(double t, Block x, double[] out) {
      for (int w = 0; w < x.walkers(); w++) {
        x.point(w, point);
        out[w] = value(point);
      }
    }

    @Override
    public void gradients(double t, Block x, Block out) {
      for (int w = 0; w < x.walkers(); w++) {
        x.point(w, point);
        gradient(point, result);
        out.setPoint(w, result);
      }
    }

    @Override
    public void hessianVectors(double t, Block x, Block v, Block out) {
      out.copyFrom(v);
    }

    @Override
    public void batchGradients(double t, Block x, int[][] batches, Block out) {
      for (int w = 0; w < x.walkers(); w++) {
        double sum = 0;
        for (int n : batches[w]) {
          sum += (x.get(0, w) - centres[n]) / batches[w].length;
        }
        out.set(0, w, sum);
      }
    }
  }
}
