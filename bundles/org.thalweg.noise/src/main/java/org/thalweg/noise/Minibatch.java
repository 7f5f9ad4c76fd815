package org.thalweg.noise;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.NoiseFactory;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.SampledLandscape;
import org.thalweg.api.problem.Setting;

/**
 * Offers the noise of real minibatches: g = mean over B samples of the gradient of a sample's loss,
 * the samples drawn independently and with replacement.
 *
 * <p>Its mean is the full gradient, its covariance C = Cov(sample gradients)/B.
 *
 * <p>Source: Robbins, Monro 1951, doi:10.1214/aoms/1177729586.
 */
@Plugin(
    id = "minibatch",
    doc = "Minibatches of real samples, drawn with replacement",
    ref = "Robbins, Monro 1951, doi:10.1214/aoms/1177729586",
    formula = "g = (1/B) sum over B samples of grad L_n, C = Cov(grad L_n)/B")
@Component
public final class Minibatch implements NoiseFactory<Minibatch.Params> {
  /** There are no parameters: the batch size belongs to the problem. */
  public record Params() {}

  @Override
  public Params defaults() {
    return new Params();
  }

  @Override
  public NoiseModel create(Params parameters, Setting setting, Assembly assembly) {
    if (setting.landscape() instanceof SampledLandscape sampled) {
      return new SampledBatches(sampled, setting.batch());
    }
    throw new InvalidParameterException(
        "",
        "draws samples, but the landscape has no data set; use a landscape"
            + " with data, such as mlp, or a noise that models minibatches, such as random-shift");
  }
}
