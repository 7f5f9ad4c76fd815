package org.thalweg.landscapes;

import java.util.List;
import java.util.Optional;
import org.thalweg.api.block.Block;
import org.thalweg.api.problem.Floor;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeEvaluator;
import org.thalweg.api.problem.Schedule;
import org.thalweg.api.problem.Score;
import org.thalweg.api.problem.ValleyShape;

/** A landscape times a factor in time. */
class ScaledLandscape implements CombinedLandscape {
  private final Landscape landscape;
  private final Schedule factor;

  ScaledLandscape(Landscape landscape, Schedule factor) {
    this.landscape = landscape;
    this.factor = factor;
  }

  @Override
  public int dim() {
    return landscape.dim();
  }

  @Override
  public boolean dependsOnTime() {
    return landscape.dependsOnTime() || !factor.isConstant();
  }

  @Override
  public double value(double t, double[] x) {
    return factor.at(t) * landscape.value(t, x);
  }

  @Override
  public void gradient(double t, double[] x, double[] out) {
    landscape.gradient(t, x, out);
    multiply(factor.at(t), out);
  }

  @Override
  public void hessianVector(double t, double[] x, double[] v, double[] out) {
    landscape.hessianVector(t, x, v, out);
    multiply(factor.at(t), out);
  }

  private static void multiply(double f, double[] out) {
    for (int i = 0; i < out.length; i++) {
      out[i] *= f;
    }
  }

  /** Multiplies a block by the factor at a time. */
  void multiply(double t, Block out) {
    double f = factor.at(t);
    for (int l = 0; l < out.lines(); l++) {
      multiply(f, out.line(l));
    }
  }

  @Override
  public LandscapeEvaluator evaluator(int walkers) {
    return new Evaluator(landscape.evaluator(walkers));
  }

  @Override
  public Optional<ValleyShape> valley() {
    return factor.isConstant()
        ? landscape.valley().map(v -> new ValleySum(List.of(v), new double[] {factor.at(0)}))
        : Optional.empty();
  }

  @Override
  public Optional<Floor> floor() {
    return landscape.floor();
  }

  @Override
  public List<Score> scores() {
    return landscape.scores();
  }

  /** The same on blocks. */
  class Evaluator implements LandscapeEvaluator {
    private final LandscapeEvaluator evaluator;

    Evaluator(LandscapeEvaluator evaluator) {
      this.evaluator = evaluator;
    }

    @Override
    public void values(double t, Block x, double[] out) {
      evaluator.values(t, x, out);
      double f = factor.at(t);
      for (int w = 0; w < x.walkers(); w++) {
        out[w] *= f;
      }
    }

    @Override
    public void gradients(double t, Block x, Block out) {
      evaluator.gradients(t, x, out);
      multiply(t, out);
    }

    @Override
    public void hessianVectors(double t, Block x, Block v, Block out) {
      evaluator.hessianVectors(t, x, v, out);
      multiply(t, out);
    }
  }
}
