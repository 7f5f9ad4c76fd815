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
 * Offers a perceptron without hidden units, z = x w + b: logistic or linear regression, with so few
 * parameters that a density can be computed too.
 *
 * <p>Loss: the mean over the samples of the binary cross-entropy log(1 + e^z) - y z, where y = 0
 * for the first and 1 for the second of two classes; or of the squared error |z - y|^2/2, where y
 * is the sample's numbers, or -1 and 1 for the two classes; and decay |theta|^2/2 over all
 * parameters, biases too. Two classes have one output, whose sign names the class.
 *
 * <p>Parameters: the weights w row by row, one row of outputs for each input, then the biases b.
 *
 * <p>Sources: Cox 1958, doi:10.1111/j.2517-6161.1958.tb00292.x; Widrow, Hoff 1960, IRE WESCON
 * Convention Record 4, 96.
 */
@Plugin(
    id = "perceptron",
    doc = "Perceptron without hidden units on a data set: logistic or linear regression",
    ref = "Cox 1958, doi:10.1111/j.2517-6161.1958.tb00292.x; Widrow, Hoff 1960",
    formula =
        "z = x w + b; L = mean of log(1 + e^z) - y z with y = 0 or 1, or of |z - y|^2/2;"
            + " + decay |theta|^2/2",
    example = "{\"type\": \"perceptron\", \"data\": {\"type\": \"gaussian\"}}")
@Component
public final class Perceptron implements LandscapeFactory<Perceptron.Params> {
  /** Chooses what compares outputs with targets. */
  public enum Loss {
    /** The binary cross-entropy, for two classes. */
    LOGISTIC,

    /** Half the squared distance from numbers, or from -1 and 1 for two classes. */
    SQUARE
  }

  /**
   * The parameters.
   *
   * @param data the data set
   * @param loss what compares outputs with targets
   * @param bias whether there are biases
   * @param decay the weight decay
   */
  public record Params(
      @Param(doc = "the data set, which gives inputs and outputs", required = true)
          Ref<DataSet> data,
      @Param(
              doc =
                  "logistic: binary cross-entropy of two classes; or square: |z - y|^2/2, where y"
                      + " is the numbers to learn, or -1 and 1 for two classes")
          Loss loss,
      @Param(doc = "whether outputs have biases b") boolean bias,
      @Param(
              doc = "weight decay, which adds decay |theta|^2/2 over all parameters",
              unit = "loss/theta^2",
              min = 0)
          double decay) {}

  @Override
  public Params defaults() {
    return new Params(null, Loss.LOGISTIC, true, 0);
  }

  @Override
  public Landscape create(Params parameters, Assembly assembly) {
    DataSet data = assembly.data(parameters.data());
    boolean logistic = parameters.loss() == Loss.LOGISTIC;
    if (logistic && !data.classes()) {
      throw new InvalidParameterException(
          "loss",
          "is logistic, which needs two classes, but the targets of the data "
              + parameters.data().type()
              + " are numbers; use the loss square");
    }
    if (data.classes() && data.outputs() != 2) {
      throw new InvalidParameterException(
          "data",
          "has "
              + data.outputs()
              + " classes, but a perceptron tells two apart; use the landscape mlp, with"
              + " \"layers\": [] if it is to be linear, or data of two classes");
    }
    Samples training = samples(data, data.training(), logistic);
    Network network =
        new Network(
            Layers.of("data", parameters.bias(), data.inputs(), training.outputs()),
            Activation.TANH, // there are no hidden units
            logistic ? new LogisticLoss() : new SquareLoss(),
            parameters.decay());
    Optional<Samples> test = data.test().map(part -> samples(data, part, logistic));
    return NetworkLandscape.of(network, training, test);
  }

  private static Samples samples(DataSet data, DataSet.Part part, boolean logistic) {
    return data.classes()
        ? Samples.ofTwoClasses(data, part, logistic ? 0 : -1, 1)
        : Samples.of(data, part);
  }
}
