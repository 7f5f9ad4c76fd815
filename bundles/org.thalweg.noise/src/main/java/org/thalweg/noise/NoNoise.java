package org.thalweg.noise;

import java.util.Arrays;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.DiffusiveNoise;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.NoiseFactor;
import org.thalweg.api.problem.NoiseFactory;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Traits;

/** Offers full-batch descent, C = 0, the limit against which noise is judged. */
@Plugin(id = "none", doc = "No noise: every gradient is the full gradient", formula = "g = grad L")
@Component
public final class NoNoise implements NoiseFactory<NoNoise.Params> {
  /** There are no parameters. */
  public record Params() {}

  @Override
  public Params defaults() {
    return new Params();
  }

  @Override
  public NoiseModel create(Params parameters, Setting setting, Assembly assembly) {
    return new Model(setting.landscape().dim());
  }

  private record Model(int dim) implements DiffusiveNoise, HasCovariance {
    @Override
    public Traits traits() {
      return new Traits(true, Traits.Form.SCALAR, true);
    }

    @Override
    public int channels() {
      return 0;
    }

    @Override
    public NoiseFactor factor(int walkers) {
      return (t, x, dz, out) -> out.fill(0);
    }

    @Override
    public void covariance(double t, double[] x, double[] out) {
      Arrays.fill(out, 0, dim * dim, 0);
    }
  }
}
