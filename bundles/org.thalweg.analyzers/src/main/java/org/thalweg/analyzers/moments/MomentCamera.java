package org.thalweg.analyzers.moments;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.thalweg.analyzers.observation.Camera;
import org.thalweg.api.analysis.Distribution;
import org.thalweg.api.analysis.GridDensity;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.block.Block;
import org.thalweg.api.problem.LandscapeEvaluator;
import org.thalweg.api.problem.Problem;

/** Takes the moments of some coordinates and of the loss; one for every chunk. */
public final class MomentCamera implements Camera<MomentData> {
  private final Problem problem;
  private final int[] coordinates;
  private final boolean loss;
  private LandscapeEvaluator evaluator;
  private double[] all = {};
  private double[] values = {};

  /**
   * A camera.
   *
   * @param problem the problem
   * @param coordinates the coordinates
   * @param loss whether the loss is a variable too, the last
   */
  public MomentCamera(Problem problem, int[] coordinates, boolean loss) {
    this.problem = problem;
    this.coordinates = coordinates.clone();
    this.loss = loss;
  }

  /** The names of the variables. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    for (int c : coordinates) {
      names.add("x" + c);
    }
    if (loss) {
      names.add("loss");
    }
    return names;
  }

  @Override
  public MomentData take(double time, Distribution distribution) {
    double t = Double.isInfinite(time) ? problem.horizon() : time;
    return distribution instanceof WalkerChunk chunk
        ? walkers(t, chunk)
        : density(t, (GridDensity) distribution);
  }

  private MomentData walkers(double t, WalkerChunk chunk) {
    MomentData data = new MomentData(coordinates.length + (loss ? 1 : 0), true);
    data.losses().count(chunk);
    int n = chunk.walkers();
    if (all.length != n) {
      all = new double[n];
      values = new double[n];
      evaluator = problem.landscape().evaluator(n);
    }
    Block position = chunk.position();
    boolean everybody = chunk.everybodyWalks();
    for (int c = 0; c < coordinates.length; c++) {
      if (everybody && position.byCoordinate()) {
        data.set(c, position.line(coordinates[c]), n);
        continue;
      }
      int count = 0;
      for (int w = 0; w < n; w++) {
        if (chunk.walking(w)) {
          values[count++] = position.get(coordinates[c], w);
        }
      }
      data.set(c, values, count);
    }
    if (loss) {
      evaluator.values(t, position, all);
      if (everybody) {
        data.set(coordinates.length, all, n);
        return data;
      }
      int count = 0;
      for (int w = 0; w < n; w++) {
        if (chunk.walking(w)) {
          values[count++] = all[w];
        }
      }
      data.set(coordinates.length, values, count);
    }
    return data;
  }

  private MomentData density(double t, GridDensity density) {
    MomentData data = new MomentData(coordinates.length + (loss ? 1 : 0), false);
    for (int c = 0; c < coordinates.length; c++) {
      int coordinate = coordinates[c];
      data.set(c, density, x -> x[coordinate]);
    }
    if (loss) {
      data.set(coordinates.length, density, x -> problem.landscape().value(t, x));
    }
    return data;
  }

  @Override
  public MomentData read(DataInput in) throws IOException {
    return MomentData.read(in);
  }
}
