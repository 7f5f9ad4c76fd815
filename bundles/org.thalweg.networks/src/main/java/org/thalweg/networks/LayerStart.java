package org.thalweg.networks;

import java.util.function.IntToDoubleFunction;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Start;

/** Starts the weights of each layer normally distributed about 0, and biases at 0. */
final class LayerStart implements Start {
  private final double[] deviations;

  /**
   * @param layers of the network
   * @param variance of the weights of a layer
   */
  LayerStart(Layers layers, IntToDoubleFunction variance) {
    deviations = new double[layers.dim()];
    for (int l = 0; l < layers.count(); l++) {
      double deviation = Math.sqrt(variance.applyAsDouble(l));
      int weights = layers.inputs(l) * layers.outputs(l);
      for (int j = 0; j < weights; j++) {
        deviations[layers.from(l) + j] = deviation;
      }
    }
  }

  /** The layers of a landscape, if it is a network. */
  static Layers layers(Landscape landscape) {
    if (landscape instanceof NetworkShape network) {
      return new Layers(network.bias(), network.widths());
    }
    throw new InvalidParameterException(
        "",
        "asks for the layers of a network, but the landscape has none; use it with the landscape"
            + " mlp, perceptron or deep-linear-network, or use another start, such as gaussian");
  }

  @Override
  public void sample(Draws draws, Block x) {
    draws.normals(x);
    for (int l = 0; l < x.lines(); l++) {
      double[] line = x.line(l);
      for (int j = 0; j < line.length; j++) {
        line[j] *= deviations[x.byCoordinate() ? l : j];
      }
    }
  }
}
