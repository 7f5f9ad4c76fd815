package org.thalweg.networks;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeFactory;

/**
 * Offers a multi-layer perceptron that classifies a data set, so that SGD has real minibatches.
 *
 * <p>Units: h_0 = x, h_l = f(h_(l-1) W_l + b_l), logits z = h_(n-1) W_n + b_n without an
 * activation. Loss: the mean cross-entropy of the softmax over the samples, L = mean of log sum_c
 * exp(z_c) - z_label.
 *
 * <p>Parameters, layer by layer: the weights W_l row by row, one row of outputs for each input,
 * then the biases b_l. All are pure numbers if the inputs are.
 *
 * <p>Source: Rumelhart, Hinton, Williams 1986, doi:10.1038/323533a0.
 */
@Plugin(
    id = "mlp",
    doc = "Multi-layer perceptron with softmax cross-entropy on a data set",
    ref = "Rumelhart, Hinton, Williams 1986, doi:10.1038/323533a0")
@Component
public final class Perceptron implements LandscapeFactory<Perceptron.Params> {
  /** More parameters than this would not fit an array with room for the rest. */
  private static final long MOST = 1L << 30;

  /**
   * The parameters.
   *
   * @param layers the hidden widths
   * @param activation f
   * @param data the data set
   */
  public record Params(
      @Param(
              doc = "units of each hidden layer, from the inputs on; empty for a linear classifier",
              min = 1,
              max = 1e6)
          long[] layers,
      @Param(doc = "activation f of the hidden units: relu, max(z, 0); or tanh")
          Activation activation,
      @Param(doc = "the data set, which gives inputs and classes") Data data) {}

  @Override
  public Params defaults() {
    return new Params(new long[] {10}, Activation.TANH, new Data.Generated());
  }

  @Override
  public Landscape create(Params parameters, Assembly assembly) {
    Samples samples = parameters.data().load();
    long[] hidden = parameters.layers();
    int[] widths = new int[hidden.length + 2];
    widths[0] = samples.inputs();
    widths[widths.length - 1] = samples.classes();
    for (int l = 0; l < hidden.length; l++) {
      widths[l + 1] = Math.toIntExact(hidden[l]);
    }
    long dim = Layers.parameters(widths);
    if (dim > MOST) {
      throw new InvalidParameterException(
          "layers",
          "make "
              + dim
              + " parameters between "
              + samples.inputs()
              + " inputs and "
              + samples.classes()
              + " classes, but at most "
              + MOST
              + " can be held; make them narrower");
    }
    return new PerceptronLandscape(new Layers(widths), parameters.activation(), samples);
  }
}
