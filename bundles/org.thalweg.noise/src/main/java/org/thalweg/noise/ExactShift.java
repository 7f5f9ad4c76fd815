package org.thalweg.noise;

import java.util.Optional;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Layout;
import org.thalweg.api.problem.LandscapeEvaluator;
import org.thalweg.api.problem.MinibatchNoise;
import org.thalweg.api.problem.MinibatchSampler;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.ShiftNoise;
import org.thalweg.api.problem.Traits;

/**
 * The exact random shift, for discrete SGD only: g = grad L(theta + s), s = -S dW/sqrt(eta) ~ N(0,
 * S^2), S = diag(sigma)/sqrt(batch).
 *
 * <p>The shift comes from the same increments as the linearised one, so that both can be compared
 * on one Brownian path.
 *
 * @param sigma the shift's standard deviation per sample and axis (theta)
 * @param setting the landscape, learning rate and batch size
 */
record ExactShift(double[] sigma, Setting setting) implements MinibatchNoise, ShiftNoise {
  @Override
  public Traits traits() {
    return new Traits(false, Traits.Form.FULL, false);
  }

  @Override
  public double[] shift(double t) {
    double[] out = sigma.clone();
    Rows.multiply(1 / Math.sqrt(setting.batch().at(t)), out);
    return out;
  }

  @Override
  public boolean exact() {
    return true;
  }

  @Override
  public int channels() {
    return sigma.length;
  }

  @Override
  public Optional<String> noDiffusion() {
    return Optional.of(
        "the exact random shift has mean gradient E grad L(theta + s), not grad L, so that a"
            + " diffusion with drift -grad L would be another model; use shift linearised, or"
            + " discrete SGD");
  }

  @Override
  public MinibatchSampler sampler(int walkers) {
    LandscapeEvaluator landscape = setting.landscape().evaluator(walkers);
    Block shift = new Block(sigma.length, walkers, Layout.of(sigma.length));
    return (t, x, memory, draws, out) -> {
      double eta = setting.learningRate().at(t);
      draws.increments(eta, shift);
      Rows.addScaled(sigma, -1 / Math.sqrt(eta * setting.batch().at(t)), shift, x, shift);
      landscape.gradients(t, shift, out);
    };
  }
}
