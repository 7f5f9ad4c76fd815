package org.thalweg.integrators;

import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.block.Layout;
import org.thalweg.api.block.WalkerState;
import org.thalweg.api.math.BlockMath;
import org.thalweg.api.method.Stepper;
import org.thalweg.api.problem.LandscapeEvaluator;
import org.thalweg.api.problem.NoiseFactor;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;

/**
 * Steps BAOAB with one gradient per step: the half kick that ends a step and the one that begins
 * the next are at the same place, so they are made together, at the next step's beginning.
 *
 * <p>Positions are those of BAOAB; the remembered momenta lack the last half kick. The first step
 * kicks by half only.
 */
final class BaoabStepper implements Stepper {
  private static final double SQRT_HALF = Math.sqrt(0.5);

  private final LandscapeEvaluator landscape;
  private final NoiseFactor factor;
  private final double friction;
  private final Block gradient;
  private final Block increments;
  private final Block kick;

  BaoabStepper(Setting setting, NoiseModel noise, int walkers, double friction) {
    int dim = setting.landscape().dim();
    Layout layout = Layout.of(dim);
    this.landscape = setting.landscape().evaluator(walkers);
    this.factor = Diffusions.factor(noise, walkers);
    this.friction = friction;
    this.gradient = new Block(dim, walkers, layout);
    this.increments = new Block(noise.channels(), walkers, layout);
    this.kick = new Block(dim, walkers, layout);
  }

  /** Draws momenta from N(0, T), that is from B z/sqrt(2). */
  @Override
  public void begin(WalkerState state, Draws draws) {
    Block p = state.memory().get(0);
    draws.normals(increments);
    factor.apply(0, state.position(), increments, kick);
    for (int l = 0; l < p.lines(); l++) {
      combine(0, p.line(l), SQRT_HALF, kick.line(l));
    }
  }

  @Override
  public void step(long k, double t, double h, WalkerState state, Draws draws) {
    Block x = state.position();
    Block p = state.memory().get(0);
    landscape.gradients(t, x, gradient);
    draws.increments(h, increments);
    factor.apply(t, x, increments, kick);
    double kickTime = k == 0 ? 0.5 * h : h;
    double c = BlockMath.exp(-friction * h);
    double noise = Math.sqrt((1 - c) * (1 + c) / (2 * h));
    for (int l = 0; l < x.lines(); l++) {
      combine(1, p.line(l), -kickTime, gradient.line(l));
      combine(1, x.line(l), 0.5 * h, p.line(l));
      combine(c, p.line(l), noise, kick.line(l));
      combine(1, x.line(l), 0.5 * h, p.line(l));
    }
  }

  /** a_j = scale a_j + factor b_j. */
  private static void combine(double scale, double[] a, double factor, double[] b) {
    for (int j = 0; j < a.length; j++) {
      a[j] = scale * a[j] + factor * b[j];
    }
  }
}
