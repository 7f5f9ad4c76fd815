package org.thalweg.testkit;

import java.util.List;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.MinibatchNoise;
import org.thalweg.api.problem.MinibatchSampler;
import org.thalweg.api.problem.Setting;

/**
 * Many minibatch gradients drawn at one point, with which a noise's mean and covariance are checked
 * within five standard errors.
 */
final class NoiseSample {
  private static final int SIZE = 20_000;
  private static final int AXES = 6;
  private static final double ERRORS = 5;

  private final Setting setting;
  private final double[] x;
  private final Block gradients;

  private NoiseSample(Setting setting, double[] x, Block gradients) {
    this.setting = setting;
    this.x = x;
    this.gradients = gradients;
  }

  static NoiseSample draw(MinibatchNoise noise, Setting setting, double[] x) {
    int size = Math.max(300, Math.min(SIZE, 400_000 / x.length));
    Layout layout = Layout.of(x.length);
    Block points = new Block(x.length, size, layout);
    for (int w = 0; w < size; w++) {
      points.setPoint(w, x);
    }
    Block out = new Block(x.length, size, layout);
    noise.sampler(size).gradients(0, points, memory(noise, size, layout), new TestDraws(11), out);
    Block again = new Block(x.length, size, layout);
    noise.sampler(size).gradients(0, points, memory(noise, size, layout), new TestDraws(11), again);
    for (int l = 0; l < out.lines(); l++) {
      Check.same(again.line(l), out.line(l), "minibatch gradients drawn again from one seed");
    }
    return new NoiseSample(setting, x, out);
  }

  static void allocatesNothing(MinibatchNoise noise, Setting setting) {
    int dim = setting.landscape().dim();
    Layout layout = Layout.of(dim);
    int walkers = 16;
    Block points = new Block(dim, walkers, layout);
    Block out = new Block(dim, walkers, layout);
    MinibatchSampler sampler = noise.sampler(walkers);
    List<Block> memory = memory(noise, walkers, layout);
    TestDraws draws = new TestDraws(3);
    Allocation.none(
        "drawing minibatch gradients", () -> sampler.gradients(0, points, memory, draws, out));
  }

  private static List<Block> memory(MinibatchNoise noise, int walkers, Layout layout) {
    List<Block> memory =
        noise.memory().stream().map(m -> new Block(m.rows(), walkers, layout)).toList();
    noise.begin(memory, new TestDraws(5));
    return memory;
  }

  void meanIsGradient() {
    double[] gradient = new double[x.length];
    setting.landscape().gradient(0, x, gradient);
    for (int i = 0; i < Math.min(AXES, x.length); i++) {
      Sample s = new Sample();
      for (int w = 0; w < gradients.walkers(); w++) {
        s.add(gradients.get(i, w) - gradient[i]);
      }
      double rounding = 1e-9 * Check.size(gradient);
      Check.close(
          s.mean(),
          0,
          ERRORS * s.error() + rounding,
          "mean minibatch gradient less gradient, component %d at x[0] = %s",
          i,
          x[0]);
    }
  }

  /**
   * Each component's deviation from the gradient, (B dL)_i/eta, has the characteristic function
   * exp(-eta sum_c |k B_ic/eta|^alpha).
   */
  void tailsAreStable(double alpha, double[][] columns) {
    double eta = setting.learningRate().at(0);
    double[] gradient = new double[x.length];
    setting.landscape().gradient(0, x, gradient);
    for (int i = 0; i < Math.min(AXES, x.length); i++) {
      double power = 0;
      for (double[] column : columns) {
        power += eta * Math.pow(Math.abs(column[i]) / eta, alpha);
      }
      for (double exponent : new double[] {0.2, 1, 2}) {
        double k = Math.pow(exponent / power, 1 / alpha);
        Sample s = new Sample();
        for (int w = 0; w < gradients.walkers(); w++) {
          s.add(Math.cos(k * (gradients.get(i, w) - gradient[i])));
        }
        Check.close(
            s.mean(),
            Math.exp(-exponent),
            ERRORS * s.error(),
            "characteristic function of component %d at k = %s",
            i,
            k);
      }
    }
  }

  void covarianceIsDeclared(HasCovariance noise) {
    if (x.length > 16) {
      return;
    }
    double[] c = new double[x.length * x.length];
    noise.covariance(0, x, c);
    int axes = Math.min(AXES, x.length);
    double[] mean = new double[axes];
    for (int i = 0; i < axes; i++) {
      for (int w = 0; w < gradients.walkers(); w++) {
        mean[i] += gradients.get(i, w) / gradients.walkers();
      }
    }
    for (int i = 0; i < axes; i++) {
      for (int j = 0; j <= i; j++) {
        Sample s = new Sample();
        for (int w = 0; w < gradients.walkers(); w++) {
          s.add((gradients.get(i, w) - mean[i]) * (gradients.get(j, w) - mean[j]));
        }
        double rounding = 1e-9 * Check.size(c) + 1e-18 * Check.size(mean) * Check.size(mean);
        Check.close(
            s.mean(),
            c[i * x.length + j],
            ERRORS * s.error() + rounding,
            "sampled covariance [%d][%d] at x[0] = %s",
            i,
            j,
            x[0]);
        Check.same(c[j * x.length + i], c[i * x.length + j], "C[%d][%d] mirrored", j, i);
      }
    }
  }
}
