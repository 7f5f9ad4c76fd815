package org.thalweg.networks;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Start;
import org.thalweg.api.problem.StartFactory;

/**
 * Offers the start that keeps the size of signals through the layers of a network: weights normal
 * with mean 0 and variance gain/inputs of their layer, biases 0.
 *
 * <p>Source: He, Zhang, Ren, Sun 2015, doi:10.1109/ICCV.2015.123, Eq. 10.
 */
@Plugin(
    id = "he",
    doc = "Weights of a network start normally distributed, variance gain/inputs, biases at 0",
    ref = "He, Zhang, Ren, Sun 2015, doi:10.1109/ICCV.2015.123, Eq. 10",
    formula = "w ~ N(0, gain/inputs), b = 0")
@Component
public final class He implements StartFactory<He.Params> {
  /**
   * The parameters.
   *
   * @param gain variance of a weight times the inputs of its layer
   */
  public record Params(
      @Param(
              doc = "variance of a weight times the inputs of its layer: 2 for relu, 1 for tanh",
              min = 0)
          double gain) {}

  @Override
  public Params defaults() {
    return new Params(2);
  }

  @Override
  public Start create(Params parameters, Landscape landscape, Assembly assembly) {
    Layers layers = LayerStart.layers(landscape);
    return new LayerStart(layers, l -> parameters.gain() / layers.inputs(l));
  }
}
