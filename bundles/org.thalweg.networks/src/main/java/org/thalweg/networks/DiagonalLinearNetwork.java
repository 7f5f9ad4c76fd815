package org.thalweg.networks;

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
 * Offers a diagonal linear network: linear regression whose weights are differences of powers, the
 * smallest model in which the size of the start, the learning rate and the noise choose the
 * solution.
 *
 * <p>Output z = sum_k b_k x_k with b_k = u_k^D - v_k^D. Loss: the mean over the samples of (z -
 * y)^2/2, where y is the sample's number, or -1 and 1 for two classes. Parameters: u, then v, each
 * one number per input.
 *
 * <p>With D = 2 gradient flow keeps every u_k v_k, and from u = v = alpha it ends, of all b that
 * fit the samples, at the one where the arsinh(b_k/(2 alpha^2)) are a sum of the inputs: the
 * sparsest (least sum of |b_k|) as alpha goes to 0, the shortest (least |b|) as it grows. With D =
 * 1 it is linear regression.
 *
 * <p>Source: Woodworth et al. 2020, arXiv:2002.09277, theorem 1.
 */
@Plugin(
    id = "diagonal-linear-network",
    doc = "Linear regression with weights u^D - v^D, on a data set, with squared errors",
    ref = "Woodworth et al. 2020, arXiv:2002.09277",
    formula = "z = sum_k (u_k^D - v_k^D) x_k; L = mean of (z - y)^2/2",
    example =
        "{\"type\": \"diagonal-linear-network\", \"data\": {\"type\": \"teacher-student\","
            + " \"samples\": 40, \"inputs\": 100, \"teacher\": {\"type\": \"linear\","
            + " \"relevant\": 5}}}")
@Component
public final class DiagonalLinearNetwork implements LandscapeFactory<DiagonalLinearNetwork.Params> {
  /** Makes the factory; it keeps no state. */
  public DiagonalLinearNetwork() {}

  /**
   * The parameters.
   *
   * @param data the data set
   * @param depth the power D
   */
  public record Params(
      @Param(doc = "the data set, of one number for each sample or of two classes", required = true)
          Ref<DataSet> data,
      @Param(doc = "depth D, the power of u and v", min = 1, max = 64) long depth) {}

  @Override
  public Params defaults() {
    return new Params(null, 2);
  }

  @Override
  public Landscape create(Params parameters, Assembly assembly) {
    DataSet data = assembly.data(parameters.data());
    if (data.outputs() != (data.classes() ? 2 : 1)) {
      throw new InvalidParameterException(
          "data",
          "has "
              + data.outputs()
              + (data.classes() ? " classes" : " targets for each sample")
              + ", but the network has one output; give data of one target or two classes, or use"
              + " the landscape deep-linear-network");
    }
    Network regression =
        new Network(new Layers(false, data.inputs(), 1), Activation.IDENTITY, new SquareLoss(), 0);
    return new DiagonalLandscape(
        regression,
        (int) parameters.depth(),
        samples(data, data.training()),
        data.test().map(part -> samples(data, part)));
  }

  private static Samples samples(DataSet data, DataSet.Part part) {
    return data.classes() ? Samples.ofTwoClasses(data, part, -1, 1) : Samples.of(data, part);
  }
}
