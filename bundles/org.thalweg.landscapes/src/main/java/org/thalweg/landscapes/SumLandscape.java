package org.thalweg.landscapes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.thalweg.api.block.Block;
import org.thalweg.api.problem.Floor;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeEvaluator;
import org.thalweg.api.problem.Score;
import org.thalweg.api.problem.ValleyShape;

/** A weighted sum of landscapes, added up in their order. */
class SumLandscape implements CombinedLandscape {
  private final List<Landscape> parts;
  private final double[] weights;

  SumLandscape(List<Landscape> parts, double[] weights) {
    this.parts = List.copyOf(parts);
    this.weights = weights.clone();
  }

  List<Landscape> parts() {
    return parts;
  }

  @Override
  public int dim() {
    return parts.get(0).dim();
  }

  @Override
  public boolean dependsOnTime() {
    return parts.stream().anyMatch(Landscape::dependsOnTime);
  }

  @Override
  public double value(double t, double[] x) {
    double sum = 0;
    for (int k = 0; k < weights.length; k++) {
      sum += weights[k] * parts.get(k).value(t, x);
    }
    return sum;
  }

  @Override
  public void gradient(double t, double[] x, double[] out) {
    Arrays.fill(out, 0);
    double[] part = new double[x.length];
    for (int k = 0; k < weights.length; k++) {
      parts.get(k).gradient(t, x, part);
      add(weights[k], part, out);
    }
  }

  @Override
  public void hessianVector(double t, double[] x, double[] v, double[] out) {
    Arrays.fill(out, 0);
    double[] part = new double[x.length];
    for (int k = 0; k < weights.length; k++) {
      parts.get(k).hessianVector(t, x, v, part);
      add(weights[k], part, out);
    }
  }

  private static void add(double weight, double[] part, double[] out) {
    for (int i = 0; i < part.length; i++) {
      out[i] += weight * part[i];
    }
  }

  @Override
  public LandscapeEvaluator evaluator(int walkers) {
    return new Evaluator(
        parts.stream().map(p -> p.evaluator(walkers)).toArray(LandscapeEvaluator[]::new), walkers);
  }

  private Optional<List<ValleyShape>> shapes() {
    if (Arrays.stream(weights).anyMatch(w -> w <= 0)) {
      return Optional.empty();
    }
    List<ValleyShape> shapes = parts.stream().flatMap(p -> p.valley().stream()).toList();
    return shapes.size() == parts.size() ? Optional.of(shapes) : Optional.empty();
  }

  @Override
  public Optional<ValleyShape> valley() {
    return shapes().map(shapes -> new ValleySum(shapes, weights));
  }

  /** The straight line y = 0 of a sum of valleys, where all of them are valleys. */
  @Override
  public Optional<Floor> floor() {
    List<Floor> floors = parts.stream().flatMap(p -> p.floor().stream()).toList();
    if (shapes().isEmpty() || floors.size() < parts.size()) {
      return Optional.empty();
    }
    double from = floors.stream().mapToDouble(Floor::from).max().orElseThrow();
    double to = floors.stream().mapToDouble(Floor::to).min().orElseThrow();
    return from < to ? Optional.of(new Line(from, to, Line::axis)) : Optional.empty();
  }

  @Override
  public List<Score> scores() {
    List<List<Score>> given =
        parts.stream().map(Landscape::scores).filter(s -> !s.isEmpty()).toList();
    return given.size() == 1 ? given.get(0) : List.of();
  }

  /** The same on blocks. */
  class Evaluator implements LandscapeEvaluator {
    private final LandscapeEvaluator[] evaluators;
    private final double[] losses;
    private final BlockScratch scratch = new BlockScratch();

    Evaluator(LandscapeEvaluator[] evaluators, int walkers) {
      this.evaluators = evaluators;
      this.losses = new double[walkers];
    }

    @Override
    public void values(double t, Block x, double[] out) {
      int n = x.walkers();
      Arrays.fill(out, 0, n, 0);
      for (int k = 0; k < weights.length; k++) {
        evaluators[k].values(t, x, losses);
        for (int w = 0; w < n; w++) {
          out[w] += weights[k] * losses[w];
        }
      }
    }

    @Override
    public void gradients(double t, Block x, Block out) {
      out.fill(0);
      for (int k = 0; k < weights.length; k++) {
        addGradients(k, t, x, out);
      }
    }

    /** Adds the gradients of part k. */
    final void addGradients(int k, double t, Block x, Block out) {
      Block part = part(x);
      evaluators[k].gradients(t, x, part);
      addPart(k, part, out);
    }

    /** A block for a part's result. */
    final Block part(Block x) {
      return scratch.like(x);
    }

    /** Adds a result of part k. */
    final void addPart(int k, Block part, Block out) {
      for (int l = 0; l < out.lines(); l++) {
        add(weights[k], part.line(l), out.line(l));
      }
    }

    @Override
    public void hessianVectors(double t, Block x, Block v, Block out) {
      out.fill(0);
      Block part = part(x);
      for (int k = 0; k < weights.length; k++) {
        evaluators[k].hessianVectors(t, x, v, part);
        addPart(k, part, out);
      }
    }
  }
}
