package org.thalweg.noise;

import java.util.Arrays;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.DiffusiveNoise;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.NoiseFactor;
import org.thalweg.api.problem.NoiseFactory;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Traits;

/**
 * Offers thermal noise, D = T I, under which the steady state is Gibbs' exp(-L/T).
 *
 * <p>The temperature is given as a diffusion, so it does not depend on learning rate and batch
 * size: per step C = 2 T I/eta, B = sqrt(2 T) I. To study how they set the noise, use a noise that
 * is given per sample.
 *
 * <p>Source: Langevin 1908; Risken 1996, doi:10.1007/978-3-642-61544-3.
 */
@Plugin(
    id = "isotropic",
    doc = "Thermal noise of one temperature, D = T I",
    ref = "Risken 1996, doi:10.1007/978-3-642-61544-3",
    formula = "D = T I")
@Component
public final class Isotropic implements NoiseFactory<Isotropic.Params> {
  /**
   * The parameters.
   *
   * @param temperature T
   */
  public record Params(
      @Param(
              doc = "temperature T, D = T I whatever the learning rate and batch size",
              unit = "loss",
              min = 0)
          double temperature) {}

  @Override
  public Params defaults() {
    return new Params(0.01);
  }

  @Override
  public NoiseModel create(Params parameters, Setting setting, Assembly assembly) {
    return new Model(parameters.temperature(), setting);
  }

  private record Model(double temperature, Setting setting)
      implements DiffusiveNoise, HasCovariance {
    @Override
    public Traits traits() {
      return new Traits(true, Traits.Form.SCALAR, true);
    }

    @Override
    public int channels() {
      return setting.landscape().dim();
    }

    private double[] diagonal() {
      double[] b = new double[channels()];
      Arrays.fill(b, Math.sqrt(2 * temperature));
      return b;
    }

    @Override
    public NoiseFactor factor(int walkers) {
      double[] b = diagonal();
      return (t, x, dz, out) -> Rows.scale(b, 1, dz, out);
    }

    @Override
    public Optional<double[]> constantDiagonal() {
      return Optional.of(diagonal());
    }

    @Override
    public void covariance(double t, double[] x, double[] out) {
      int dim = channels();
      Arrays.fill(out, 0, dim * dim, 0);
      double c = 2 * temperature / setting.learningRate().at(t);
      for (int i = 0; i < dim; i++) {
        out[i * dim + i] = c;
      }
    }
  }
}
