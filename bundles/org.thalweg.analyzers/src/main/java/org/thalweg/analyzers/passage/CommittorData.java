package org.thalweg.analyzers.passage;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.thalweg.analyzers.observation.Camera;
import org.thalweg.analyzers.observation.Snapshot;
import org.thalweg.analyzers.observation.Streams;
import org.thalweg.api.analysis.Distribution;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.GridAxis;
import org.thalweg.api.analysis.GridDensity;
import org.thalweg.api.problem.HasCovariance;
import org.thalweg.api.problem.NoiseCapabilities;
import org.thalweg.api.problem.Problem;

/** The committor of a density's operator, and what follows from it in a steady state. */
final class CommittorData implements Snapshot<CommittorData> {
  private static final int FLUX = 0;
  private static final int BELONGING = 1;
  private static final int SIZE = 2;

  private final List<GridAxis> axes;
  private final double[] values;
  private final double[] fine;
  private final double[] rough;

  private CommittorData(List<GridAxis> axes, double[] values, double[] fine, double[] rough) {
    this.axes = axes;
    this.values = values;
    this.fine = fine;
    this.rough = rough;
  }

  List<GridAxis> axes() {
    return axes;
  }

  /** q in every cell of the finer grid. */
  double[] values() {
    return values;
  }

  /** Transitions per time from one region to the other; not-a-number outside of steady states. */
  Estimate flux() {
    return estimate(FLUX);
  }

  /** The mean of q over the density: the part that goes to the target next. */
  Estimate mean() {
    return estimate(BELONGING);
  }

  private Estimate estimate(int at) {
    if (rough.length == 0) {
      return new Estimate(fine[at], Double.NaN);
    }
    double step = (fine[at] - rough[at]) / 3;
    return new Estimate(fine[at] + step, Math.abs(step));
  }

  @Override
  public void merge(CommittorData next) {
    throw new IllegalStateException("a density is observed once, there is nothing to merge");
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeInt(axes.size());
    for (GridAxis axis : axes) {
      out.writeDouble(axis.from());
      out.writeDouble(axis.to());
      out.writeInt(axis.cells());
    }
    Streams.write(out, values);
    Streams.write(out, fine);
    Streams.write(out, rough);
  }

  /** Takes committors, anew at each time since the density is another. */
  static Camera<CommittorData> camera(Problem problem, Targets from, Targets to) {
    ToIntFunction<double[]> source = from.groupAt(problem);
    ToIntFunction<double[]> target = to.groupAt(problem);
    ToIntFunction<double[]> either =
        x -> target.applyAsInt(x) >= 0 ? 1 : source.applyAsInt(x) >= 0 ? 0 : -1;
    Optional<HasCovariance> noise =
        NoiseCapabilities.covariance(problem.noise(), problem.setting());
    return new Camera<>() {
      private GridDensity solvedFor;
      private double[] fineValues;
      private double[] roughValues;

      @Override
      public CommittorData take(double time, Distribution distribution) {
        GridDensity d = (GridDensity) distribution;
        if (solvedFor == null || solvedFor.operator().orElseThrow() != d.operator().orElseThrow()) {
          fineValues = solved(d);
          roughValues = d.coarse().map(this::solved).orElse(null);
        }
        solvedFor = d;
        boolean steady = Double.isInfinite(time);
        double[] rough = d.coarse().map(c -> numbers(c, roughValues, steady)).orElse(new double[0]);
        return new CommittorData(d.axes(), fineValues, numbers(d, fineValues, steady), rough);
      }

      private double[] solved(GridDensity d) {
        return Densities.operator(d)
            .hittingProbability(x -> target.applyAsInt(x) >= 0, x -> source.applyAsInt(x) >= 0);
      }

      private double[] numbers(GridDensity d, double[] q, boolean steady) {
        double[] out = new double[SIZE];
        out[FLUX] =
            steady
                ? noise.map(n -> ReactiveFlux.of(problem, n, either, d, q)).orElse(Double.NaN)
                : Double.NaN;
        double sum = 0;
        double all = 0;
        for (int k = 0; k < q.length; k++) {
          sum += q[k] * d.density()[k];
          all += d.density()[k];
        }
        out[BELONGING] = sum / all;
        return out;
      }

      @Override
      public CommittorData read(DataInput in) throws IOException {
        List<GridAxis> axes = new ArrayList<>();
        int dim = in.readInt();
        for (int a = 0; a < dim; a++) {
          axes.add(new GridAxis(in.readDouble(), in.readDouble(), in.readInt()));
        }
        double[] values = Streams.doubles(in);
        double[] fine = Streams.doubles(in);
        return new CommittorData(axes, values, fine, Streams.doubles(in));
      }
    };
  }
}
