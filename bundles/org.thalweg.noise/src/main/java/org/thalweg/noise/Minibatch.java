package org.thalweg.noise;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.NoiseFactory;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.SampledLandscape;
import org.thalweg.api.problem.Setting;

/**
 * Offers the noise of real minibatches: g = mean over B of the N samples of the gradient g_n of a
 * sample's loss.
 *
 * <p>Discrete SGD draws the samples. With replacement the covariance of g is C = Cov(g_n)/B, the
 * covariance over the data set; B distinct samples have (N - B)/(N - 1) times that. Langevin
 * methods take the Gaussian noise of the same covariance, B dz = sqrt(eta f/(B N)) sum over n of
 * (g_n - grad L) dz_n, where f is 1 or (N - B)/(N - 1); up to {@value #MOST_CHANNELS} samples.
 *
 * <p>In epochs each walker goes through an order of its own; the batches of one pass are
 * correlated, so that this drives discrete SGD only. A batch that reaches the end of a pass goes on
 * into the next one. Each walker remembers its order, N + 1 numbers.
 *
 * <p>Source: Robbins, Monro 1951, doi:10.1214/aoms/1177729586; without replacement: Cochran 1977,
 * Sampling Techniques, theorem 2.2.
 */
@Plugin(
    id = "minibatch",
    doc = "Minibatches of real samples, drawn with or without replacement, or in epochs",
    ref = "Robbins, Monro 1951, doi:10.1214/aoms/1177729586",
    formula =
        "g = (1/B) sum over B of N samples of grad L_n, C = f Cov(grad L_n)/B, f = 1 with"
            + " replacement, (N - B)/(N - 1) without")
@Component
public final class Minibatch implements NoiseFactory<Minibatch.Params> {
  /** A factor goes through all samples in every step; above this many there is none. */
  static final int MOST_CHANNELS = 4096;

  /** Whether a sample may come again. */
  public enum Replacement {
    /** All draws are independent. */
    WITH,
    /** The samples of one batch are distinct; batches are independent. */
    WITHOUT,
    /** Each walker goes through all samples in a shuffled order, then through a new one. */
    EPOCH
  }

  /**
   * The parameters.
   *
   * @param replacement whether a sample may come again
   */
  public record Params(
      @Param(
              doc =
                  "with: independent draws; without: the samples of a batch are distinct; epoch:"
                      + " all samples in a shuffled order, then in a new one")
          Replacement replacement) {}

  @Override
  public Params defaults() {
    return new Params(Replacement.WITH);
  }

  @Override
  public NoiseModel create(Params parameters, Setting setting, Assembly assembly) {
    if (!(setting.landscape() instanceof SampledLandscape sampled)) {
      throw new InvalidParameterException(
          "",
          "draws samples, but the landscape has no data set; use a landscape with data, such as"
              + " mlp, or a noise that models minibatches, such as random-shift");
    }
    if (parameters.replacement() == Replacement.EPOCH) {
      return new EpochBatches(sampled, setting.batch());
    }
    boolean distinct = parameters.replacement() == Replacement.WITHOUT;
    if (distinct && setting.batch().isConstant()) {
      refuseTooLarge(setting.batch().at(0), sampled.samples());
    }
    SampledBatches drawn = new SampledBatches(sampled, setting.batch(), distinct);
    return sampled.samples() <= MOST_CHANNELS
        ? new DiffusiveBatches(drawn, setting.learningRate())
        : drawn;
  }

  private static void refuseTooLarge(double batch, int samples) {
    if (Math.round(batch) > samples) {
      throw new InvalidParameterException(
          "replacement",
          "is without, but batches of "
              + Math.round(batch)
              + " are larger than the data set of "
              + samples
              + " samples; use a smaller batch, or with");
    }
  }
}
