package org.thalweg.analyzers.moments;

import java.io.DataInput;
import java.io.IOException;
import java.util.List;
import org.thalweg.analyzers.observation.Camera;
import org.thalweg.api.analysis.Distribution;
import org.thalweg.api.analysis.GridDensity;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.problem.LandscapeEvaluator;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Score;

/** Takes the moments of the loss of all walkers and of the scores of the first ones. */
final class ScoreCamera implements Camera<MomentData> {
  private final Problem problem;
  private final List<Score> scores;
  private final long scored;
  private LandscapeEvaluator evaluator;
  private double[] all = {};
  private double[] values = {};

  /**
   * A camera for one chunk.
   *
   * @param problem the problem
   * @param scored the number of walkers of the ensemble whose scores are taken
   */
  ScoreCamera(Problem problem, long scored) {
    this.problem = problem;
    this.scores = problem.landscape().scores();
    this.scored = scored;
  }

  @Override
  public MomentData take(double time, Distribution distribution) {
    double t = Double.isInfinite(time) ? problem.horizon() : time;
    return distribution instanceof WalkerChunk chunk
        ? walkers(t, chunk)
        : density(t, (GridDensity) distribution);
  }

  private MomentData walkers(double t, WalkerChunk chunk) {
    MomentData data = new MomentData(1 + scores.size(), true);
    data.losses().count(chunk);
    int n = chunk.walkers();
    if (all.length != n) {
      all = new double[n];
      values = new double[n];
      evaluator = problem.landscape().evaluator(n);
    }
    evaluator.values(t, chunk.position(), all);
    int count = 0;
    for (int w = 0; w < n; w++) {
      if (chunk.walking(w)) {
        values[count++] = all[w];
      }
    }
    data.set(0, values, count);
    double[] point = new double[chunk.dim()];
    for (int s = 0; s < scores.size(); s++) {
      count = 0;
      for (int w = 0; w < n && chunk.first() + w < scored; w++) {
        if (chunk.walking(w)) {
          chunk.position().point(w, point);
          values[count++] = scores.get(s).value(point);
        }
      }
      data.set(1 + s, values, count);
    }
    return data;
  }

  private MomentData density(double t, GridDensity density) {
    MomentData data = new MomentData(1 + scores.size(), false);
    data.set(0, density, x -> problem.landscape().value(t, x));
    for (int s = 0; s < scores.size(); s++) {
      data.set(1 + s, density, scores.get(s)::value);
    }
    return data;
  }

  @Override
  public MomentData read(DataInput in) throws IOException {
    return MomentData.read(in);
  }
}
