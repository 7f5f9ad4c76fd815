package org.thalweg.noise;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.block.Layout;
import org.thalweg.api.block.MemoryBlock;
import org.thalweg.api.math.BlockMath;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.PerCoordinate;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.LandscapeEvaluator;
import org.thalweg.api.problem.MinibatchNoise;
import org.thalweg.api.problem.MinibatchSampler;
import org.thalweg.api.problem.NoiseFactory;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Traits;

/**
 * Offers gradient noise that remembers: g = grad L + f, f an Ornstein-Uhlenbeck process of
 * correlation time tau and stationary variance sigma^2/B per parameter.
 *
 * <p>Walkers remember f in units of its deviation. It begins in its steady state, and from one step
 * to the next f is multiplied by exp(-eta/tau) and refreshed by a normal number, which is exact for
 * any eta. For discrete SGD only: positions alone are no Markov process. Seen over times long
 * against tau and against 1/curvature the noise acts as D = (sigma^2/B) tau for eta small against
 * tau.
 *
 * <p>Source: Uhlenbeck, Ornstein 1930, doi:10.1103/PhysRev.36.823; Hanggi, Jung 1995, Adv. Chem.
 * Phys. 89, 239.
 */
@Plugin(
    id = "time-correlated",
    doc = "Gradient noise that is correlated over a time: an Ornstein-Uhlenbeck process",
    ref = "Hanggi, Jung 1995, Adv. Chem. Phys. 89, 239",
    formula = "g = grad L + f, <f_i(t) f_j(s)> = delta_ij (sigma_i^2/B) exp(-|t - s|/tau)")
@Component
public final class TimeCorrelated implements NoiseFactory<TimeCorrelated.Params> {
  /**
   * The parameters.
   *
   * @param sigma the stationary standard deviation per sample
   * @param tau the correlation time
   */
  public record Params(
      @Param(
              doc =
                  "sigma, s.d. of one sample's gradient, sigma^2/batch acts: one number per"
                      + " parameter, or one for all",
              unit = "loss/theta",
              min = 0)
          double[] sigma,
      @Param(doc = "correlation time tau", unit = "time", min = 0, above = true) double tau) {}

  @Override
  public Params defaults() {
    return new Params(new double[] {0.1}, 1);
  }

  @Override
  public NoiseModel create(Params parameters, Setting setting, Assembly assembly) {
    double[] sigma = PerCoordinate.of("sigma", parameters.sigma(), setting.landscape().dim());
    return new Model(sigma, parameters.tau(), setting);
  }

  private record Model(double[] sigma, double tau, Setting setting) implements MinibatchNoise {
    @Override
    public Traits traits() {
      return new Traits(true, Traits.Form.DIAGONAL, true);
    }

    @Override
    public int channels() {
      return sigma.length;
    }

    @Override
    public List<MemoryBlock> memory() {
      return List.of(new MemoryBlock("correlated-noise", sigma.length, false));
    }

    @Override
    public void begin(List<Block> memory, Draws draws) {
      draws.normals(memory.get(0));
    }

    @Override
    public Optional<String> noDiffusion() {
      return Optional.of(
          "time-correlated noise remembers, so that positions alone obey no diffusion; use discrete"
              + " SGD, or isotropic noise with D = sigma^2 tau/batch for times long against tau");
    }

    @Override
    public MinibatchSampler sampler(int walkers) {
      LandscapeEvaluator landscape = setting.landscape().evaluator(walkers);
      Block fresh = new Block(sigma.length, walkers, Layout.of(sigma.length));
      return (t, x, memory, draws, out) -> {
        Block f = memory.get(0);
        landscape.gradients(t, x, out);
        Rows.addScaled(sigma, 1 / Math.sqrt(setting.batch().at(t)), f, out, out);
        double kept = BlockMath.exp(-setting.learningRate().at(t) / tau);
        double renewed = Math.sqrt((1 - kept) * (1 + kept));
        draws.normals(fresh);
        for (int l = 0; l < f.lines(); l++) {
          refresh(f.line(l), kept, renewed, fresh.line(l));
        }
      };
    }

    private static void refresh(double[] f, double kept, double renewed, double[] z) {
      for (int j = 0; j < f.length; j++) {
        f[j] = kept * f[j] + renewed * z[j];
      }
    }
  }
}
