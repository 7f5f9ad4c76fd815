package org.thalweg.networks;

import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.DataSet;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeFactory;

/**
 * Offers a deep linear network: what it computes is linear, how it learns is not.
 *
 * <p>Outputs z = x W_1 ... W_D of an input row x, without biases. Loss: the mean over the samples
 * of |z - y|^2/2, where y is the sample's numbers, or 1 for its class and 0 for the others.
 * Parameters: the weights layer by layer, each row by row, one row of outputs for each input.
 *
 * <p>Under gradient flow W_l^T W_l - W_(l+1) W_(l+1)^T stays as it is between any two layers, under
 * steps of size eta up to eta^2. Modes of the data are learned one after the other, each along a
 * sigmoid: with D = 2, whitened inputs and balanced weights da/dt = 2 a (s - a) for the strength a
 * of a mode whose correlation with the targets is s.
 *
 * <p>Source: Saxe, McClelland, Ganguli 2014, arXiv:1312.6120; for the conserved matrices Arora,
 * Cohen, Hazan 2018, arXiv:1802.06509.
 */
@Plugin(
    id = "deep-linear-network",
    doc = "Deep linear network on a data set, with squared errors",
    ref = "Saxe, McClelland, Ganguli 2014, arXiv:1312.6120",
    formula = "z = x W_1 ... W_D; L = mean of |z - y|^2/2",
    example =
        "{\"type\": \"deep-linear-network\", \"data\": {\"type\": \"teacher-student\"},"
            + " \"layers\": [5]}")
@Component
public final class DeepLinearNetwork implements LandscapeFactory<DeepLinearNetwork.Params> {
  /** More parameters than this would not fit an array with room for the rest. */
  private static final long MOST = 1L << 30;

  /** Makes the factory; it keeps no state. */
  public DeepLinearNetwork() {}

  /**
   * The parameters.
   *
   * @param data the data set
   * @param layers the hidden widths
   */
  public record Params(
      @Param(doc = "the data set, which gives inputs and outputs", required = true)
          Ref<DataSet> data,
      @Param(
              doc =
                  "units of each hidden layer, from the inputs on, D - 1 of them; empty for linear"
                      + " regression",
              min = 1,
              max = 1e6)
          long[] layers) {}

  @Override
  public Params defaults() {
    return new Params(null, new long[] {10});
  }

  @Override
  public Landscape create(Params parameters, Assembly assembly) {
    DataSet data = assembly.data(parameters.data());
    long[] hidden = parameters.layers();
    int[] widths = new int[hidden.length + 2];
    widths[0] = data.inputs();
    widths[widths.length - 1] = data.outputs();
    long dim = 0;
    for (int l = 1; l < widths.length; l++) {
      widths[l] = l <= hidden.length ? Math.toIntExact(hidden[l - 1]) : widths[l];
      dim += (long) widths[l - 1] * widths[l];
    }
    if (dim > MOST) {
      throw new InvalidParameterException(
          "layers",
          "make "
              + dim
              + " parameters between "
              + data.inputs()
              + " inputs and "
              + data.outputs()
              + " outputs, but at most "
              + MOST
              + " can be held; make them narrower");
    }
    Network network =
        new Network(new Layers(false, widths), Activation.IDENTITY, new SquareLoss(), 0);
    Samples training = Samples.of(data, data.training());
    Optional<Samples> test = data.test().map(part -> Samples.of(data, part));
    return NetworkLandscape.of(network, training, test);
  }
}
