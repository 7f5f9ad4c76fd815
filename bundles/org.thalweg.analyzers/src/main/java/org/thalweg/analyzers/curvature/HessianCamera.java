package org.thalweg.analyzers.curvature;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.thalweg.analyzers.moments.MomentData;
import org.thalweg.analyzers.observation.Camera;
import org.thalweg.api.analysis.Distribution;
import org.thalweg.api.analysis.GridDensity;
import org.thalweg.api.analysis.WalkerChunk;
import org.thalweg.api.problem.Problem;

/**
 * Takes trace, outer eigenvalues and flatness of the Hessian where walkers or a density are; one
 * for every chunk.
 *
 * <p>The variables: the trace, the flatness, the smallest eigenvalue, then the largest ones,
 * falling.
 */
final class HessianCamera implements Camera<MomentData> {
  private static final int BEFORE = 3;

  private final Problem problem;
  private final long walkers;
  private final int largest;
  private final HessianAt hessian;

  /**
   * A camera.
   *
   * @param problem the problem
   * @param walkers how many walkers of the ensemble are looked at
   * @param largest how many of the largest eigenvalues are kept
   */
  HessianCamera(Problem problem, long walkers, int largest) {
    this.problem = problem;
    this.walkers = walkers;
    this.largest = Math.min(largest, problem.dim());
    this.hessian = new HessianAt(problem.landscape());
  }

  /** The names of the variables. */
  List<String> names() {
    List<String> names = new ArrayList<>(List.of("trace", "flatness", "smallest"));
    for (int i = 1; i <= largest; i++) {
      names.add("eigenvalue-" + i);
    }
    return names;
  }

  @Override
  public MomentData take(double time, Distribution distribution) {
    double t = Double.isInfinite(time) ? problem.horizon() : time;
    boolean sampled = distribution instanceof WalkerChunk;
    MomentData data = new MomentData(BEFORE + largest, sampled);
    if (distribution instanceof WalkerChunk chunk) {
      look(t, chunk, data);
    } else {
      GridDensity density = (GridDensity) distribution;
      for (int v = 0; v < BEFORE + largest; v++) {
        int variable = v;
        data.set(v, density, x -> at(t, x)[variable]);
      }
    }
    return data;
  }

  private void look(double t, WalkerChunk chunk, MomentData data) {
    data.losses().count(chunk);
    List<double[]> seen = new ArrayList<>();
    double[] x = new double[chunk.dim()];
    for (int w = 0; w < chunk.walkers() && chunk.first() + w < walkers; w++) {
      if (chunk.walking(w)) {
        chunk.position().point(w, x);
        seen.add(at(t, x));
      }
    }
    for (int v = 0; v < BEFORE + largest; v++) {
      int variable = v;
      data.set(v, seen.stream().mapToDouble(s -> s[variable]).toArray(), seen.size());
    }
  }

  private double[] at(double t, double[] x) {
    hessian.at(t, x);
    Eigenpairs pairs = Eigenpairs.of(hessian);
    double[] out = new double[BEFORE + largest];
    out[0] = HessianTrace.of(hessian, pairs).value();
    out[1] = 1 / Math.sqrt(pairs.values()[0]); // not-a-number where no direction curves upwards
    out[2] = pairs.values()[pairs.size() - 1];
    for (int i = 0; i < largest; i++) {
      out[BEFORE + i] = i < pairs.size() ? pairs.values()[i] : Double.NaN;
    }
    return out;
  }

  @Override
  public MomentData read(DataInput in) throws IOException {
    return MomentData.read(in);
  }
}
