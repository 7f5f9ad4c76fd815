package org.thalweg.noise;

import java.util.Arrays;
import java.util.Optional;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.problem.DiffusiveNoise;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeEvaluator;
import org.thalweg.api.problem.NoiseFactor;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.Traits;

/**
 * C = (2/batch) L H through the symmetric square root, B = sqrt(2 eta L/batch) H^(1/2).
 *
 * @param setting the landscape of few dimensions, learning rate and batch size
 */
record LossHessianNoise(Setting setting) implements DiffusiveNoise, HasCovariance {
  @Override
  public Traits traits() {
    return channels() == 1
        ? new Traits(false, Traits.Form.SCALAR, true)
        : new Traits(false, Traits.Form.FULL, false);
  }

  @Override
  public int channels() {
    return setting.landscape().dim();
  }

  @Override
  public Optional<String> objection(double t, double[] x) {
    double loss = setting.landscape().value(t, x);
    if (!(loss > 0)) {
      return Optional.of(
          "noise proportional to the loss needs a positive loss, which is "
              + loss
              + "; lift the landscape, for example by an offset, or use another noise");
    }
    SymmetricRoot root = new SymmetricRoot(x.length);
    if (!root.decompose(hessian(t, x))) {
      return Optional.of(
          "noise proportional to the Hessian needs one without negative eigenvalues, and the least"
              + " is "
              + root.least()
              + "; keep to where the landscape is convex, or use another noise");
    }
    return Optional.empty();
  }

  /** H row by row, symmetric to the last bit. */
  private double[] hessian(double t, double[] x) {
    int n = x.length;
    double[] h = new double[n * n];
    double[] unit = new double[n];
    double[] column = new double[n];
    for (int k = 0; k < n; k++) {
      unit[k] = 1;
      setting.landscape().hessianVector(t, x, unit, column);
      unit[k] = 0;
      for (int i = 0; i < n; i++) {
        h[i * n + k] += 0.5 * column[i];
        h[k * n + i] += 0.5 * column[i];
      }
    }
    return h;
  }

  @Override
  public void covariance(double t, double[] x, double[] out) {
    if (objection(t, x).isPresent()) {
      Arrays.fill(out, 0, x.length * x.length, Double.NaN);
      return;
    }
    double[] h = hessian(t, x);
    double scale = 2 * setting.landscape().value(t, x) / setting.batch().at(t);
    for (int i = 0; i < h.length; i++) {
      out[i] = scale * h[i];
    }
  }

  @Override
  public NoiseFactor factor(int walkers) {
    return new Factor(setting, walkers);
  }

  /** The factor of one chunk; few dimensions are stored by coordinate. */
  private static final class Factor implements NoiseFactor {
    private final Setting setting;
    private final LandscapeEvaluator evaluator;
    private final int dim;
    private final double[] losses;
    private final Block unit;
    private final Block[] columns;
    private final double[] hessian;
    private final double[] increment;
    private final double[] kick;
    private final SymmetricRoot root;

    Factor(Setting setting, int walkers) {
      Landscape landscape = setting.landscape();
      this.setting = setting;
      this.evaluator = landscape.evaluator(walkers);
      this.dim = landscape.dim();
      Layout layout = Layout.of(dim);
      this.losses = new double[walkers];
      this.unit = new Block(dim, walkers, layout);
      this.columns = new Block[dim];
      for (int k = 0; k < dim; k++) {
        columns[k] = new Block(dim, walkers, layout);
      }
      this.hessian = new double[dim * dim];
      this.increment = new double[dim];
      this.kick = new double[dim];
      this.root = new SymmetricRoot(dim);
    }

    @Override
    public void apply(double t, Block x, Block dz, Block out) {
      evaluator.values(t, x, losses);
      for (int k = 0; k < dim; k++) {
        Arrays.fill(unit.line(k), 1);
        evaluator.hessianVectors(t, x, unit, columns[k]);
        Arrays.fill(unit.line(k), 0);
      }
      double strength = 2 * setting.learningRate().at(t) / setting.batch().at(t);
      for (int w = 0; w < losses.length; w++) {
        for (int i = 0; i < dim; i++) {
          for (int k = 0; k < dim; k++) {
            hessian[i * dim + k] = 0.5 * (columns[k].get(i, w) + columns[i].get(k, w));
          }
        }
        dz.point(w, increment);
        if (losses[w] > 0 && root.decompose(hessian)) {
          root.apply(Math.sqrt(strength * losses[w]), increment, kick);
        } else {
          Arrays.fill(kick, Double.NaN);
        }
        out.setPoint(w, kick);
      }
    }
  }
}
