package org.thalweg.networks;

import org.thalweg.api.problem.SampledEvaluator;
import org.thalweg.api.problem.SampledLandscape;

/** The mean loss of a network over its data set; the scalar form makes its scratch anew. */
record PerceptronLandscape(Layers layers, Activation activation, Samples data)
    implements SampledLandscape {
  @Override
  public int dim() {
    return layers.dim();
  }

  @Override
  public int samples() {
    return data.count();
  }

  @Override
  public double value(double[] x) {
    return propagation().value(x);
  }

  @Override
  public void gradient(double[] x, double[] out) {
    propagation().gradient(x, null, out);
  }

  @Override
  public void hessianVector(double[] x, double[] v, double[] out) {
    propagation().hessianVector(x, v, out);
  }

  @Override
  public SampledEvaluator evaluator(int walkers) {
    return new PerceptronEvaluator(propagation(), layers.dim());
  }

  private Propagation propagation() {
    return new Propagation(layers, activation, data);
  }
}
