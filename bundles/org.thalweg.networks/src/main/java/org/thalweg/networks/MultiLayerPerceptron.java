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
 * Offers a multi-layer perceptron that learns a data set, so that SGD has real minibatches.
 *
 * <p>Units: h_0 = x, h_l = f(h_(l-1) W_l + b_l), outputs z = h_(n-1) W_n + b_n without an
 * activation. Loss: the mean over the samples of the cross-entropy of the softmax, log sum_c
 * exp(z_c) - z_label, or of the squared error |z - y|^2/2, where y is the sample's numbers, or 1
 * for its class and 0 for the others; and decay |theta|^2/2 over all parameters, biases too.
 *
 * <p>Parameters, layer by layer: the weights W_l row by row, one row of outputs for each input,
 * then the biases b_l. All are pure numbers if the inputs are.
 *
 * <p>Source: Rumelhart, Hinton, Williams 1986, doi:10.1038/323533a0.
 */
@Plugin(
    id = "mlp",
    doc = "Multi-layer perceptron on a data set, with cross-entropy or squared errors",
    ref = "Rumelhart, Hinton, Williams 1986, doi:10.1038/323533a0",
    formula =
        "h_0 = x, h_l = f(h_(l-1) W_l + b_l), z = h_(n-1) W_n + b_n;"
            + " L = mean of log sum_c exp(z_c) - z_label, or of |z - y|^2/2;"
            + " + decay |theta|^2/2",
    example = "{\"type\": \"mlp\", \"data\": {\"type\": \"group-sums\"}}")
@Component
public final class MultiLayerPerceptron implements LandscapeFactory<MultiLayerPerceptron.Params> {
  /** Chooses what compares outputs with targets. */
  public enum Loss {
    /** The cross-entropy of softmax, for classes. */
    SOFTMAX(new CrossEntropy()),

    /** Half the squared distance from numbers, or from 1 for the class and 0 for the others. */
    SQUARE(new SquareLoss());

    private final SampleLoss computed;

    Loss(SampleLoss computed) {
      this.computed = computed;
    }
  }

  /**
   * The parameters.
   *
   * @param data the data set
   * @param layers the hidden widths
   * @param activation f
   * @param loss what compares outputs with targets
   * @param decay the weight decay
   */
  public record Params(
      @Param(doc = "the data set, which gives inputs and outputs", required = true)
          Ref<DataSet> data,
      @Param(
              doc = "units of each hidden layer, from the inputs on; empty for a linear model",
              min = 1,
              max = 1e6)
          long[] layers,
      @Param(
              doc =
                  "activation f of the hidden units: relu, max(z, 0); tanh; gelu, z Phi(z) with"
                      + " the normal distribution Phi; or identity, z")
          Activation activation,
      @Param(
              doc =
                  "softmax: cross-entropy of classes; or square: |z - y|^2/2, where y is the"
                      + " numbers to learn, or 1 for the class and 0 for the others")
          Loss loss,
      @Param(
              doc = "weight decay, which adds decay |theta|^2/2 over all parameters",
              unit = "loss/theta^2",
              min = 0)
          double decay) {}

  @Override
  public Params defaults() {
    return new Params(null, new long[] {10}, Activation.TANH, Loss.SOFTMAX, 0);
  }

  @Override
  public Landscape create(Params parameters, Assembly assembly) {
    DataSet data = assembly.data(parameters.data());
    if (parameters.loss() == Loss.SOFTMAX && !data.classes()) {
      throw new InvalidParameterException(
          "loss",
          "is softmax, which needs classes, but the targets of the data "
              + parameters.data().type()
              + " are numbers; use the loss square");
    }
    Network network =
        new Network(
            Layers.of("layers", true, widths(parameters.layers(), data)),
            parameters.activation(),
            parameters.loss().computed,
            parameters.decay());
    Samples training = Samples.of(data, data.training());
    Optional<Samples> test = data.test().map(part -> Samples.of(data, part));
    return NetworkLandscape.of(network, training, test);
  }

  private static int[] widths(long[] hidden, DataSet data) {
    int[] widths = new int[hidden.length + 2];
    widths[0] = data.inputs();
    widths[widths.length - 1] = data.outputs();
    for (int l = 0; l < hidden.length; l++) {
      widths[l + 1] = Math.toIntExact(hidden[l]);
    }
    return widths;
  }
}
