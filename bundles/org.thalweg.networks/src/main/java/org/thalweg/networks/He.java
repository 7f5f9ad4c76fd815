package org.thalweg.networks;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.Start;
import org.thalweg.api.problem.StartFactory;

/**
 * Offers the start that keeps the size of signals through the layers of a network: weights normal
 * with mean 0 and variance gain/inputs of their layer, biases 0.
 *
 * <p>A start is told the number of parameters, not the landscape, so the widths are given here
 * again and have to agree with it.
 *
 * <p>Source: He, Zhang, Ren, Sun 2015, doi:10.1109/ICCV.2015.123, Eq. 10.
 */
@Plugin(
    id = "he",
    doc = "Weights of a network start normally distributed, variance 2/inputs, biases at 0",
    ref = "He, Zhang, Ren, Sun 2015, doi:10.1109/ICCV.2015.123, Eq. 10",
    formula = "w ~ N(0, gain/inputs), b = 0",
    example = "{\"type\": \"he\", \"widths\": [20, 10, 10]}")
@Component
public final class He implements StartFactory<He.Params> {
  /**
   * The parameters.
   *
   * @param widths inputs, hidden units of each layer, classes
   * @param gain variance of a weight times the inputs of its layer
   */
  public record Params(
      @Param(
              doc = "inputs, units of each hidden layer, classes: the widths of the network",
              min = 1,
              max = 1e6,
              required = true)
          long[] widths,
      @Param(
              doc = "variance of a weight times the inputs of its layer: 2 for relu, 1 for tanh",
              min = 0)
          double gain) {}

  @Override
  public Params defaults() {
    return new Params(new long[] {1, 1}, 2);
  }

  @Override
  public Start create(Params parameters, Landscape landscape, Assembly assembly) {
    int dim = landscape.dim();
    long[] given = parameters.widths();
    if (given.length < 2) {
      throw new InvalidParameterException(
          "widths",
          "has "
              + given.length
              + " numbers, but a network has inputs and classes at least; give"
              + " both, and the hidden layers between them");
    }
    int[] widths = new int[given.length];
    for (int l = 0; l < widths.length; l++) {
      widths[l] = Math.toIntExact(given[l]);
    }
    long parametersOfWidths = Layers.parameters(widths);
    if (parametersOfWidths != dim) {
      throw new InvalidParameterException(
          "widths",
          "make "
              + parametersOfWidths
              + " weights and biases, but the landscape has "
              + dim
              + " parameters; give the inputs, hidden layers and classes of the landscape's"
              + " network");
    }
    double[] deviations = deviations(new Layers(widths), parameters.gain());
    return (draws, x) -> sample(deviations, draws, x);
  }

  private static double[] deviations(Layers layers, double gain) {
    double[] deviations = new double[layers.dim()];
    for (int l = 0; l < layers.count(); l++) {
      int weights = layers.inputs(l) * layers.outputs(l);
      for (int j = 0; j < weights; j++) {
        deviations[layers.from(l) + j] = Math.sqrt(gain / layers.inputs(l));
      }
    }
    return deviations;
  }

  private static void sample(double[] deviations, Draws draws, Block x) {
    draws.normals(x);
    for (int l = 0; l < x.lines(); l++) {
      double[] line = x.line(l);
      for (int j = 0; j < line.length; j++) {
        line[j] *= deviations[x.byCoordinate() ? l : j];
      }
    }
  }
}
