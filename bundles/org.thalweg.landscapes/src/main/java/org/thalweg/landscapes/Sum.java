package org.thalweg.landscapes;

import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeFactory;
import org.thalweg.api.problem.SampledLandscape;

/**
 * Offers a sum of landscapes of one dimension, L = sum_k weight_k L_k(x), for example a data set's
 * loss with a quadratic penalty (weight decay), or a valley with two flat places.
 *
 * <p>A sum of valleys with positive weights is a valley. If exactly one of the landscapes is a mean
 * over samples, so is the sum, the others being the same for every sample; with two of them nobody
 * could tell which samples belong together, so that the sum has no minibatches. Scores are passed
 * on if one landscape has them. Labels are not passed on, since the sum is no squared error.
 */
@Plugin(
    id = "sum",
    doc = "A weighted sum of landscapes with the same parameters",
    formula = "L = sum_k weights_k landscapes_k(x)",
    example =
        "{\"type\": \"sum\", \"landscapes\": [{\"type\": \"multi-well\"}, {\"type\":"
            + " \"quadratic\"}], \"weights\": [1, 0.1]}")
@Component
public final class Sum implements LandscapeFactory<Sum.Params> {
  /**
   * The parameters.
   *
   * @param landscapes the landscapes
   * @param weights a factor of each, none for 1
   */
  public record Params(
      @Param(doc = "the landscapes, all of one dimension", required = true)
          List<Ref<Landscape>> landscapes,
      @Param(doc = "a factor of each landscape; all 1 if left out") double[] weights) {}

  @Override
  public Params defaults() {
    return new Params(
        List.of(new Ref<>("multi-well", null), new Ref<>("quadratic", null)), new double[0]);
  }

  @Override
  public Landscape create(Params parameters, Assembly assembly) {
    List<Landscape> parts = parameters.landscapes().stream().map(assembly::landscape).toList();
    if (parts.isEmpty()) {
      throw new InvalidParameterException(
          "landscapes", "is empty, which leaves no loss; give at least one landscape");
    }
    sameDimension(parameters.landscapes(), parts);
    double[] weights = weights(parameters.weights(), parts.size());
    List<Landscape> sampled = parts.stream().filter(SampledLandscape.class::isInstance).toList();
    return sampled.size() == 1
        ? new SumOfSamples(parts, weights, parts.indexOf(sampled.get(0)))
        : new SumLandscape(parts, weights);
  }

  private static void sameDimension(List<Ref<Landscape>> refs, List<Landscape> parts) {
    int dim = parts.get(0).dim();
    for (int k = 1; k < parts.size(); k++) {
      if (parts.get(k).dim() != dim) {
        throw new InvalidParameterException(
            "landscapes[" + k + "]",
            "the landscape '"
                + refs.get(k).type()
                + "' has dimension "
                + parts.get(k).dim()
                + ", but '"
                + refs.get(0).type()
                + "' at landscapes[0] has dimension "
                + dim
                + "; landscapes in a sum need the same parameters");
      }
    }
  }

  private static double[] weights(double[] given, int parts) {
    if (given.length == 0) {
      double[] ones = new double[parts];
      Arrays.fill(ones, 1);
      return ones;
    }
    if (given.length != parts) {
      throw new InvalidParameterException(
          "weights",
          "has "
              + given.length
              + (given.length == 1 ? " number" : " numbers")
              + ", but landscapes has "
              + parts
              + "; give one weight for each, or leave the key out");
    }
    return given.clone();
  }
}
