package org.thalweg.networks;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Start;
import org.thalweg.api.problem.StartFactory;

/**
 * Offers the start that compromises between the size of signals on their way forward and of
 * derivatives on their way back: weights normal with mean 0 and variance gain 2/(inputs + outputs)
 * of their layer, biases 0.
 *
 * <p>Source: Glorot, Bengio 2010, PMLR 9, 249, Eq. 12.
 */
@Plugin(
    id = "xavier",
    doc =
        "Weights of a network start normally distributed, variance gain 2/(inputs + outputs),"
            + " biases at 0",
    ref = "Glorot, Bengio 2010, PMLR 9, 249, Eq. 12",
    formula = "w ~ N(0, 2 gain/(inputs + outputs)), b = 0")
@Component
public final class Xavier implements StartFactory<Xavier.Params> {
  /**
   * The parameters.
   *
   * @param gain variance of a weight times the mean of inputs and outputs of its layer
   */
  public record Params(
      @Param(
              doc = "variance of a weight times the mean of inputs and outputs of its layer",
              min = 0)
          double gain) {}

  @Override
  public Params defaults() {
    return new Params(1);
  }

  @Override
  public Start create(Params parameters, Landscape landscape, Assembly assembly) {
    Layers layers = LayerStart.layers(landscape);
    return new LayerStart(
        layers, l -> 2 * parameters.gain() / (layers.inputs(l) + layers.outputs(l)));
  }
}
