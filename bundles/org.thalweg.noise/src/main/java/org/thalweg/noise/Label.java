package org.thalweg.noise;

import java.util.Arrays;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.DiffusiveNoise;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.LabelledLandscape;
import org.thalweg.api.problem.NoiseFactor;
import org.thalweg.api.problem.NoiseFactory;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Traits;

/**
 * Offers label noise: in each step every label is perturbed by an independent normal number e of
 * variance sigma^2/batch, which changes the gradient by -J^T e/N.
 *
 * <p>J holds the gradients of the N samples' outputs. Labels are perturbed anew in each step, the
 * batch size only sets the variance; all samples take part in the gradient.
 *
 * <p>Source: Blanc, Gupta, Valiant, Valiant 2020, arXiv 1904.09080; Damian, Ma, Lee 2021, arXiv
 * 2106.06530.
 */
@Plugin(
    id = "label",
    doc = "Labels that are perturbed anew in each step; needs a landscape with labels",
    ref = "Blanc, Gupta, Valiant, Valiant 2020, arXiv 1904.09080",
    formula = "g = grad L - J^T e/N, e ~ N(0, sigma^2/B) for each label")
@Component
public final class Label implements NoiseFactory<Label.Params> {
  /**
   * The parameters.
   *
   * @param sigma the perturbation's standard deviation for one sample
   */
  public record Params(
      @Param(
              doc = "sigma, s.d. of a label's perturbation for one sample; sigma^2/batch acts",
              unit = "label",
              min = 0)
          double sigma) {}

  @Override
  public Params defaults() {
    return new Params(0.1);
  }

  @Override
  public NoiseModel create(Params parameters, Setting setting, Assembly assembly) {
    if (setting.landscape() instanceof LabelledLandscape labelled) {
      refuseTooMany(labelled);
      return new Model(parameters.sigma(), labelled, setting);
    }
    throw new InvalidParameterException(
        "",
        "perturbs labels, but the landscape has none; use a landscape of squared errors with"
            + " labels, such as product, or another noise");
  }

  private static void refuseTooMany(LabelledLandscape landscape) {
    try {
      landscape.labels();
    } catch (ArithmeticException e) {
      throw new InvalidParameterException(
          "",
          "perturbs every label, but the landscape has more than 2147483647 (samples times"
              + " outputs); use fewer samples or classes, or another noise");
    }
  }

  private record Model(double sigma, LabelledLandscape landscape, Setting setting)
      implements DiffusiveNoise, HasCovariance {
    @Override
    public Traits traits() {
      return new Traits(false, Traits.Form.FULL, false);
    }

    @Override
    public int channels() {
      return landscape.labels();
    }

    @Override
    public NoiseFactor factor(int walkers) {
      LabelledLandscape.OutputJacobian jacobian = landscape.jacobian(walkers);
      return (t, x, dz, out) -> {
        jacobian.transposed(t, x, dz, out);
        double scale = sigma * Math.sqrt(setting.learningRate().at(t) / setting.batch().at(t));
        for (int l = 0; l < out.lines(); l++) {
          Rows.multiply(scale, out.line(l));
        }
      };
    }

    @Override
    public void covariance(double t, double[] x, double[] out) {
      int dim = x.length;
      Layout layout = Layout.of(dim);
      LabelledLandscape.OutputJacobian jacobian = landscape.jacobian(1);
      Block point = new Block(dim, 1, layout);
      point.setPoint(0, x);
      Block unit = new Block(landscape.labels(), 1, layout);
      Block row = new Block(dim, 1, layout);
      double variance = sigma * sigma / setting.batch().at(t);
      Arrays.fill(out, 0, dim * dim, 0);
      for (int label = 0; label < landscape.labels(); label++) {
        unit.set(label, 0, 1);
        jacobian.transposed(t, point, unit, row);
        unit.set(label, 0, 0);
        for (int i = 0; i < dim; i++) {
          for (int j = 0; j < dim; j++) {
            out[i * dim + j] += variance * (row.get(i, 0) * row.get(j, 0));
          }
        }
      }
    }
  }
}
