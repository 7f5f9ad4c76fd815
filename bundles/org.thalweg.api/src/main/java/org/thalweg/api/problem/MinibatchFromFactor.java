package org.thalweg.api.problem;

import java.util.OptionalDouble;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;

/** Minibatch gradients derived from a factor: g = grad L - B dW / eta with dW of variance eta. */
record MinibatchFromFactor(DiffusiveNoise noise, Setting setting)
    implements MinibatchNoise, FromFactor {
  @Override
  public MinibatchSampler sampler(int walkers) {
    int dim = setting.landscape().dim();
    Layout layout = Layout.of(dim);
    LandscapeEvaluator landscape = setting.landscape().evaluator(walkers);
    NoiseFactor factor = noise.factor(walkers);
    Block increments = new Block(noise.channels(), walkers, layout);
    Block kick = new Block(dim, walkers, layout);
    OptionalDouble stable = noise.traits().stableIndex();
    return (t, x, memory, draws, out) -> {
      landscape.gradients(t, x, out);
      if (increments.rows() == 0) {
        return;
      }
      double eta = setting.learningRate().at(t);
      if (stable.isPresent()) {
        draws.stableIncrements(stable.getAsDouble(), eta, increments);
      } else {
        draws.increments(eta, increments);
      }
      factor.apply(t, x, increments, kick);
      for (int l = 0; l < out.lines(); l++) {
        subtract(out.line(l), kick.line(l), 1 / eta);
      }
    };
  }

  private static void subtract(double[] gradient, double[] kick, double scale) {
    for (int j = 0; j < gradient.length; j++) {
      gradient[j] -= scale * kick[j];
    }
  }
}
