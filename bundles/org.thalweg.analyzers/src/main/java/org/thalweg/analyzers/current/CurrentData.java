package org.thalweg.analyzers.current;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.thalweg.analyzers.observation.Camera;
import org.thalweg.analyzers.observation.Snapshot;
import org.thalweg.analyzers.observation.Streams;
import org.thalweg.api.analysis.Distribution;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.GridAxis;
import org.thalweg.api.analysis.GridDensity;
import org.thalweg.api.analysis.ProbabilityCurrent;

/**
 * The current of a density at one time: numbers from two grids, and the fields of the finer one.
 */
final class CurrentData implements Snapshot<CurrentData> {
  /** Numbers of one grid, in the order in which they are kept. */
  private static final int PRODUCTION = 0;

  private static final int IMBALANCE = 1;
  private static final int STREAM = 2;
  private static final int STREAM_AT = 3;
  private static final int FLOW = 5;
  private static final int FLOW_AT = 6;
  private static final int NET = 8;
  private static final int SIZE = 10;
  private static final double ROUNDING = 1e-10;

  /**
   * The fields of the finer grid.
   *
   * @param axes the grid
   * @param density P at the centres
   * @param current J at the centres, one array per axis
   * @param stream psi at the corners, or empty
   */
  record Fields(List<GridAxis> axes, double[] density, double[][] current, double[] stream) {
    Lattice centres(double[] values) {
      return lattice(axes, values, 0);
    }

    Lattice corners() {
      return lattice(axes, stream, 1);
    }
  }

  private final double[] fine;
  private final double[] rough;
  private Fields fields;

  private CurrentData(double[] fine, double[] rough, Fields fields) {
    this.fine = fine;
    this.rough = rough;
    this.fields = fields;
  }

  private static Lattice lattice(List<GridAxis> axes, double[] values, int more) {
    GridAxis x = axes.get(0);
    GridAxis y = axes.get(1);
    double half = more == 0 ? 0.5 : 0;
    return new Lattice(
        x.from() + half * x.width(),
        x.width(),
        x.cells() + more,
        y.from() + half * y.width(),
        y.width(),
        y.cells() + more,
        values);
  }

  private static double[] numbers(GridDensity d, ProbabilityCurrent c) {
    double[] out = new double[SIZE];
    java.util.Arrays.fill(out, Double.NaN);
    out[PRODUCTION] = c.entropyProduction();
    out[IMBALANCE] = c.imbalance();
    if (c.stream().length > 0) {
      put(out, STREAM, lattice(d.axes(), c.stream(), 1).peak());
    }
    if (d.dim() == 2) {
      double[] size = new double[d.density().length];
      for (int k = 0; k < size.length; k++) {
        size[k] = Math.hypot(c.components()[0][k], c.components()[1][k]);
      }
      put(out, FLOW, lattice(d.axes(), size, 0).peak());
    } else {
      double[] j = c.components()[0];
      int at = 0;
      for (int k = 0; k < j.length; k++) {
        at = Math.abs(j[k]) > (1 + 1e-6) * Math.abs(j[at]) ? k : at;
      }
      put(out, FLOW, new Lattice.Peak(j[at], d.axes().get(0).centre(at), Double.NaN));
    }
    for (int a = 0; a < d.dim(); a++) {
      double sum = 0;
      for (double j : c.components()[a]) {
        sum += j;
      }
      GridAxis axis = d.axes().get(a);
      out[NET + a] = sum * d.cellVolume() / (axis.to() - axis.from());
    }
    return out;
  }

  private static void put(double[] out, int at, Lattice.Peak peak) {
    out[at] = Math.abs(peak.value());
    out[at + 1] = peak.x();
    out[at + 2] = peak.y();
  }

  private Estimate estimate(int at) {
    if (rough.length == 0 || Double.isInfinite(fine[at])) {
      return new Estimate(fine[at], Double.NaN);
    }
    double step = (fine[at] - rough[at]) / 3;
    return new Estimate(fine[at] + step, Math.abs(step));
  }

  /** The integral of J . D^-1 . J / P. */
  Estimate production() {
    return estimate(PRODUCTION);
  }

  /**
   * Whether entropy production grows so much from the coarse grid to the fine one that it may have
   * no limit.
   */
  boolean productionGrows() {
    return rough.length > 0 && fine[PRODUCTION] > 1.5 * rough[PRODUCTION];
  }

  double imbalance() {
    return fine[IMBALANCE];
  }

  /** The largest |psi|; not-a-number if there is no psi. */
  Estimate stream() {
    return estimate(STREAM);
  }

  /** Where |psi| is largest. */
  double streamAt(int axis) {
    return fine[STREAM_AT + axis];
  }

  /** The largest |J|. */
  Estimate flow() {
    return estimate(FLOW);
  }

  double flowAt(int axis) {
    return fine[FLOW_AT + axis];
  }

  /** The current through a cross-section of an axis, the mean over all of them. */
  Estimate net(int axis) {
    return estimate(NET + axis);
  }

  /** The fields, of the last time alone. */
  Fields fields() {
    return fields;
  }

  /**
   * Whether there is more than what rounding leaves: a current of rounding's relative size r moves
   * probability at a rate of order r, but produces entropy of order r^2 only.
   */
  boolean flows() {
    return fine[PRODUCTION] > ROUNDING * fine[IMBALANCE];
  }

  @Override
  public void merge(CurrentData next) {
    throw new IllegalStateException("a density is observed once, there is nothing to merge");
  }

  @Override
  public void save(DataOutput out) throws IOException {
    Streams.write(out, fine);
    Streams.write(out, rough);
    out.writeInt(fields == null ? 0 : fields.axes().size());
    if (fields != null) {
      for (int a = 0; a < fields.axes().size(); a++) {
        GridAxis axis = fields.axes().get(a);
        out.writeDouble(axis.from());
        out.writeDouble(axis.to());
        out.writeInt(axis.cells());
        Streams.write(out, fields.current()[a]);
      }
      Streams.write(out, fields.density());
      Streams.write(out, fields.stream());
    }
  }

  private static CurrentData read(DataInput in) throws IOException {
    double[] fine = Streams.doubles(in);
    double[] rough = Streams.doubles(in);
    int dim = in.readInt();
    if (dim == 0) {
      return new CurrentData(fine, rough, null);
    }
    List<GridAxis> axes = new ArrayList<>();
    double[][] current = new double[dim][];
    for (int a = 0; a < dim; a++) {
      axes.add(new GridAxis(in.readDouble(), in.readDouble(), in.readInt()));
      current[a] = Streams.doubles(in);
    }
    double[] density = Streams.doubles(in);
    return new CurrentData(fine, rough, new Fields(axes, density, current, Streams.doubles(in)));
  }

  /** Takes currents; the fields of earlier times are given up. */
  static Camera<CurrentData> camera() {
    return new Camera<>() {
      private CurrentData last;

      @Override
      public CurrentData take(double time, Distribution distribution) {
        GridDensity d = (GridDensity) distribution;
        ProbabilityCurrent c = current(d);
        double[] rough = d.coarse().map(r -> numbers(r, current(r))).orElse(new double[0]);
        if (last != null) {
          last.fields = null;
        }
        Fields fields = new Fields(d.axes(), d.density().clone(), c.components(), c.stream());
        last = new CurrentData(numbers(d, c), rough, fields);
        return last;
      }

      private ProbabilityCurrent current(GridDensity d) {
        return d.operator()
            .orElseThrow(() -> new IllegalStateException("a density came without its operator"))
            .current(d.density());
      }

      @Override
      public CurrentData read(DataInput in) throws IOException {
        last = CurrentData.read(in);
        return last;
      }
    };
  }
}
