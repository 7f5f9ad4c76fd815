package org.thalweg.noise;

import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.NoiseFactory;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;

/**
 * Offers noise that vanishes with the loss, as that of a fitted data set does: C = (2/B) L H.
 *
 * <p>It needs L above zero and H positive semi-definite. Where they are not, it objects before a
 * run, and in a run the walker becomes NaN and counts as diverged. On a quadratic bowl of least
 * loss L* the steady state is a power law, P ~ L^-(1 + B/(eta h)).
 *
 * <p>Source: Mori, Ziyin, Liu, Ueda 2022, arXiv 2105.09557, for mean squared loss; the project's
 * notes, section S3.
 */
@Plugin(
    id = "loss-proportional",
    doc = "Noise that is proportional to the loss and its Hessian; needs L > 0 and H positive",
    ref = "Mori, Ziyin, Liu, Ueda 2022, arXiv 2105.09557",
    formula = "C = (2/B) L(theta) H(theta)")
@Component
public final class LossProportional implements NoiseFactory<LossProportional.Params> {
  /** There are no parameters: loss, Hessian and batch size belong to the problem. */
  public record Params() {}

  /** The largest dimension: each walker's Hessian is built and decomposed in every step. */
  static final int LARGEST = 16;

  @Override
  public Params defaults() {
    return new Params();
  }

  @Override
  public NoiseModel create(Params parameters, Setting setting, Assembly assembly) {
    int dim = setting.landscape().dim();
    if (dim > LARGEST) {
      throw new InvalidParameterException(
          "",
          "takes the square root of every walker's Hessian in every step and is for at most "
              + LARGEST
              + " parameters, but the landscape has "
              + dim
              + "; use a smaller landscape, or minibatch or label noise");
    }
    return new LossHessianNoise(setting);
  }
}
