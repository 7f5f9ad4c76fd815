package org.thalweg.noise;

import java.util.stream.IntStream;
import org.thalweg.api.block.Block;
import org.thalweg.api.problem.SampledEvaluator;
import org.thalweg.api.problem.SampledLandscape;

/**
 * The smallest data set with known noise: sample s is the bowl |theta - c_s|^2/2, so that minibatch
 * gradients are theta less the mean of some centres.
 */
record Bowls(double[] first, double[] second) implements SampledLandscape {
  @Override
  public int dim() {
    return 2;
  }

  @Override
  public int samples() {
    return first.length;
  }

  @Override
  public double value(double[] x) {
    return IntStream.range(0, samples())
            .mapToDouble(s -> square(x[0] - first[s]) + square(x[1] - second[s]))
            .sum()
        / (2 * samples());
  }

  private static double square(double v) {
    return v * v;
  }

  @Override
  public void gradient(double[] x, double[] out) {
    out[0] = x[0] - IntStream.range(0, samples()).mapToDouble(s -> first[s]).sum() / samples();
    out[1] = x[1] - IntStream.range(0, samples()).mapToDouble(s -> second[s]).sum() / samples();
  }

  @Override
  public SampledEvaluator evaluator(int walkers) {
    return new Evaluator(this);
  }

  private record Evaluator(Bowls bowls) implements SampledEvaluator {
    @Override
    public void batchGradients(double t, Block x, int[][] batches, Block out) {
      for (int w = 0; w < x.walkers(); w++) {
        double a = 0;
        double b = 0;
        for (int s : batches[w]) {
          a += bowls.first[s];
          b += bowls.second[s];
        }
        out.set(0, w, x.get(0, w) - a / batches[w].length);
        out.set(1, w, x.get(1, w) - b / batches[w].length);
      }
    }

    @Override
    public void values(double t, Block x, double[] out) {
      throw new UnsupportedOperationException("not for noise");
    }

    @Override
    public void gradients(double t, Block x, Block out) {
      throw new UnsupportedOperationException("not for noise");
    }

    @Override
    public void hessianVectors(double t, Block x, Block v, Block out) {
      throw new UnsupportedOperationException("not for noise");
    }
  }
}
