package org.thalweg.noise;

import java.util.OptionalDouble;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.DiffusiveNoise;
import org.thalweg.api.problem.NoiseFactor;
import org.thalweg.api.problem.NoiseFactory;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Traits;

/**
 * Offers heavy-tailed noise: symmetric alpha-stable motions, one independent motion per parameter,
 * d theta = -grad L dt + scale dL.
 *
 * <p>L has the characteristic function E exp(i k L_t) = exp(-t |k|^alpha), the standard S(alpha, 0,
 * 1), so that a step of length h kicks by scale h^(1/alpha) times a standard number. As SGD, with h
 * = eta, the minibatch gradient is grad L - scale eta^(1/alpha - 1) times such a number. The
 * components are independent, so the noise is not isotropic: large jumps run along the axes. Like a
 * temperature the scale is given as it acts in time, whatever learning rate and batch size.
 *
 * <p>For alpha below 2 there is no variance, so no covariance and no Fokker-Planck equation of
 * second order. At alpha = 2 the noise is thermal noise of temperature scale^2.
 *
 * <p>Source: Simsekli, Sagun, Gurbuzbalaban 2019, arXiv 1901.06053; Imkeller, Pavlyukevich 2006,
 * doi:10.1016/j.spa.2005.11.006.
 */
@Plugin(
    id = "alpha-stable",
    doc = "Heavy-tailed noise: an independent alpha-stable motion for each parameter",
    ref = "Simsekli, Sagun, Gurbuzbalaban 2019, arXiv 1901.06053",
    formula = "d theta = -grad L dt + scale dL, E exp(i k L_t) = exp(-t |k|^alpha)")
@Component
public final class AlphaStable implements NoiseFactory<AlphaStable.Params> {
  /**
   * The parameters.
   *
   * @param alpha the stable index
   * @param scale the factor of the motion
   */
  public record Params(
      @Param(doc = "alpha, index of the tails; 2 for normal noise", min = 0, above = true, max = 2)
          double alpha,
      @Param(
              doc = "factor of the motion, whatever the learning rate and batch size",
              unit = "theta/time^(1/alpha)",
              min = 0)
          double scale) {
    /** Refuses an index whose increments would overflow. */
    public Params {
      if (alpha < 0.1) {
        throw new InvalidParameterException(
            "alpha",
            "is "
                + alpha
                + ", where steps exceed the largest number as often as not; give 0.1 to 2");
      }
    }
  }

  @Override
  public Params defaults() {
    return new Params(1.5, 0.1);
  }

  @Override
  public NoiseModel create(Params parameters, Setting setting, Assembly assembly) {
    double scale = parameters.scale();
    if (parameters.alpha() == 2) {
      return new Isotropic().create(new Isotropic.Params(scale * scale), setting, assembly);
    }
    return new Model(parameters.alpha(), scale, setting.landscape().dim());
  }

  private record Model(double alpha, double scale, int dim) implements DiffusiveNoise {
    @Override
    public Traits traits() {
      return new Traits(true, Traits.Form.SCALAR, true, OptionalDouble.of(alpha));
    }

    @Override
    public int channels() {
      return dim;
    }

    @Override
    public NoiseFactor factor(int walkers) {
      return (t, x, dz, out) -> {
        out.copyFrom(dz);
        for (int l = 0; l < out.lines(); l++) {
          Rows.multiply(scale, out.line(l));
        }
      };
    }
  }
}
