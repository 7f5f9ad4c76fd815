package org.thalweg.landscapes;

import java.util.List;
import java.util.Optional;
import org.thalweg.api.block.Block;
import org.thalweg.api.problem.Floor;
import org.thalweg.api.problem.Landscape;
import org.thalweg.api.problem.LandscapeEvaluator;
import org.thalweg.api.problem.Score;
import org.thalweg.api.problem.ValleyShape;

/** A landscape carried elsewhere by a rigid motion, with its floor and scores. */
final class MovedLandscape implements CombinedLandscape {
  private final Landscape landscape;
  private final Motion motion;
  private final Optional<ValleyShape> valley;

  /**
   * Takes what the motion leaves of the valley.
   *
   * @param valley the moved landscape's shape, if it is still a valley along its first axis
   */
  MovedLandscape(Landscape landscape, Motion motion, Optional<ValleyShape> valley) {
    this.landscape = landscape;
    this.motion = motion;
    this.valley = valley;
  }

  @Override
  public int dim() {
    return landscape.dim();
  }

  @Override
  public boolean dependsOnTime() {
    return landscape.dependsOnTime();
  }

  private double[] inwards(double[] x) {
    double[] inner = new double[x.length];
    motion.pointInwards(x, inner);
    return inner;
  }

  @Override
  public double value(double t, double[] x) {
    return landscape.value(t, inwards(x));
  }

  @Override
  public void gradient(double t, double[] x, double[] out) {
    double[] inner = new double[x.length];
    landscape.gradient(t, inwards(x), inner);
    motion.vectorOutwards(inner, out);
  }

  @Override
  public void hessianVector(double t, double[] x, double[] v, double[] out) {
    double[] vector = new double[x.length];
    double[] product = new double[x.length];
    motion.vectorInwards(v, vector);
    landscape.hessianVector(t, inwards(x), vector, product);
    motion.vectorOutwards(product, out);
  }

  @Override
  public LandscapeEvaluator evaluator(int walkers) {
    return new Evaluator(landscape.evaluator(walkers));
  }

  @Override
  public Optional<ValleyShape> valley() {
    return valley;
  }

  @Override
  public Optional<Floor> floor() {
    return landscape
        .floor()
        .map(
            f ->
                Line.moved(
                    f,
                    x -> {
                      double[] out = new double[x.length];
                      motion.pointOutwards(x, out);
                      return out;
                    }));
  }

  @Override
  public List<Score> scores() {
    return landscape.scores().stream().<Score>map(MovedScore::new).toList();
  }

  /** A score asked at the original point. */
  private final class MovedScore implements Score {
    private final Score score;

    MovedScore(Score score) {
      this.score = score;
    }

    @Override
    public String name() {
      return score.name();
    }

    @Override
    public String doc() {
      return score.doc();
    }

    @Override
    public double value(double[] x) {
      return score.value(inwards(x));
    }
  }

  /** The same on blocks; it keeps the original's coordinates of one chunk. */
  private final class Evaluator implements LandscapeEvaluator {
    private final LandscapeEvaluator evaluator;
    private final BlockScratch points = new BlockScratch();
    private final BlockScratch vectors = new BlockScratch();
    private final BlockScratch results = new BlockScratch();

    Evaluator(LandscapeEvaluator evaluator) {
      this.evaluator = evaluator;
    }

    private Block inwards(Block x) {
      Block inner = points.like(x);
      motion.pointsInwards(x, inner);
      return inner;
    }

    @Override
    public void values(double t, Block x, double[] out) {
      evaluator.values(t, inwards(x), out);
    }

    @Override
    public void gradients(double t, Block x, Block out) {
      Block result = results.like(x);
      evaluator.gradients(t, inwards(x), result);
      motion.vectorsOutwards(result, out);
    }

    @Override
    public void hessianVectors(double t, Block x, Block v, Block out) {
      Block vector = vectors.like(x);
      Block result = results.like(x);
      motion.vectorsInwards(v, vector);
      evaluator.hessianVectors(t, inwards(x), vector, result);
      motion.vectorsOutwards(result, out);
    }
  }
}
