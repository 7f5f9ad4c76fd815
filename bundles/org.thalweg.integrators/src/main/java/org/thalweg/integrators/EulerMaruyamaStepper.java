package org.thalweg.integrators;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.thalweg.api.block.Block;
import org.thalweg.api.block.Draws;
import org.thalweg.api.block.Layout;
import org.thalweg.api.block.WalkerState;
import org.thalweg.api.method.Stepper;
import org.thalweg.api.problem.LandscapeEvaluator;
import org.thalweg.api.problem.NoiseFactor;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Setting;

/**
 * Steps x by -h grad L + B dW; where B is a constant diagonal, without a block of its own for the
 * kick, and to the same bits.
 */
final class EulerMaruyamaStepper implements Stepper {
  private final LandscapeEvaluator landscape;
  private final NoiseFactor factor;
  private final Block increments;
  private final Block gradient;
  private final Block kick;
  private final double[] diagonal;
  private final boolean scalar;
  private final OptionalDouble stableIndex;

  EulerMaruyamaStepper(Setting setting, NoiseModel noise, int walkers) {
    int dim = setting.landscape().dim();
    Layout layout = Layout.of(dim);
    landscape = setting.landscape().evaluator(walkers);
    factor = Diffusions.factor(noise, walkers);
    diagonal = Diffusions.constantDiagonal(noise);
    scalar = Arrays.stream(diagonal).allMatch(b -> b == diagonal[0]);
    stableIndex = noise.traits().stableIndex();
    increments = new Block(noise.channels(), walkers, layout);
    gradient = new Block(dim, walkers, layout);
    kick = new Block(diagonal.length == 0 ? dim : 0, walkers, layout);
  }

  @Override
  public void step(long k, double t, double h, WalkerState state, Draws draws) {
    Block x = state.position();
    landscape.gradients(t, x, gradient);
    if (increments.rows() == 0) {
      for (int l = 0; l < x.lines(); l++) {
        descend(x.line(l), gradient.line(l), h);
      }
      return;
    }
    if (stableIndex.isPresent()) {
      draws.stableIncrements(stableIndex.getAsDouble(), h, increments);
    } else {
      draws.increments(h, increments);
    }
    if (diagonal.length > 0) {
      moveByDiagonal(x, h);
      return;
    }
    factor.apply(t, x, increments, kick);
    for (int l = 0; l < x.lines(); l++) {
      move(x.line(l), gradient.line(l), kick.line(l), h);
    }
  }

  private void moveByDiagonal(Block x, double h) {
    for (int l = 0; l < x.lines(); l++) {
      if (x.byCoordinate() || scalar) {
        double b = diagonal[scalar ? 0 : l];
        move(x.line(l), gradient.line(l), increments.line(l), h, b);
      } else {
        move(x.line(l), gradient.line(l), increments.line(l), h, diagonal);
      }
    }
  }

  private static void descend(double[] x, double[] gradient, double h) {
    for (int j = 0; j < x.length; j++) {
      x[j] = x[j] - h * gradient[j];
    }
  }

  private static void move(double[] x, double[] gradient, double[] kick, double h) {
    for (int j = 0; j < x.length; j++) {
      x[j] = x[j] - h * gradient[j] + kick[j];
    }
  }

  private static void move(double[] x, double[] gradient, double[] dz, double h, double b) {
    for (int j = 0; j < x.length; j++) {
      x[j] = x[j] - h * gradient[j] + b * dz[j];
    }
  }

  private static void move(double[] x, double[] gradient, double[] dz, double h, double[] b) {
    for (int j = 0; j < x.length; j++) {
      x[j] = x[j] - h * gradient[j] + b[j] * dz[j];
    }
  }
}
