package org.thalweg.analyzers.marginal;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.thalweg.analyzers.observation.Streams;
import org.thalweg.api.analysis.GridAxis;
import org.thalweg.api.analysis.GridDensity;

/**
 * The integrals of a density over the slabs of one axis, on the fine and on the coarse grid, with
 * those of further functions against it.
 */
public final class Slabs implements AxisData {
  private final GridAxis axis;
  private final double[][] fine;
  private final double[][] coarse;

  private Slabs(GridAxis axis, double[][] fine, double[][] coarse) {
    this.axis = axis;
    this.fine = fine;
    this.coarse = coarse;
  }

  /**
   * Integrates a density.
   *
   * @param density the density
   * @param axis the axis that is kept
   * @param functions functions whose integrals are kept beside the mass
   */
  static Slabs of(GridDensity density, int axis, List<ToDoubleFunction<double[]>> functions) {
    return new Slabs(
        density.axes().get(axis),
        integrals(density, axis, functions),
        density.coarse().map(c -> integrals(c, axis, functions)).orElse(new double[0][]));
  }

  private static double[][] integrals(
      GridDensity density, int axis, List<ToDoubleFunction<double[]>> functions) {
    double[][] out = new double[1 + functions.size()][];
    out[0] = density.slabs(axis, x -> 1);
    for (int k = 0; k < functions.size(); k++) {
      out[k + 1] = density.slabs(axis, functions.get(k));
    }
    return out;
  }

  GridAxis axis() {
    return axis;
  }

  /** Whether there is a coarse grid to extrapolate from. */
  public boolean refined() {
    return coarse.length > 0;
  }

  /** The mass on the fine grid. */
  public double mass() {
    return sum(fine[0]);
  }

  /** The mass on the coarse grid, not-a-number if there is none. */
  public double coarseMass() {
    return refined() ? sum(coarse[0]) : Double.NaN;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double v : values) {
      sum += v;
    }
    return sum;
  }

  /** Integrals over the coarse grid's slabs from the fine grid alone. */
  double[] pairs(int function) {
    double[] out = new double[fine[function].length / 2];
    for (int i = 0; i < out.length; i++) {
      out[i] = fine[function][2 * i] + fine[function][2 * i + 1];
    }
    return out;
  }

  /** Integrals over the coarse grid's slabs, extrapolated from both grids (Richardson). */
  double[] extrapolated(int function) {
    double[] out = pairs(function);
    for (int i = 0; i < out.length; i++) {
      out[i] = (4 * out[i] - coarse[function][i]) / 3;
    }
    return out;
  }

  /** The best curve of a function's integral: extrapolated, or fine where there is no other. */
  public Cumulative best(int function) {
    return refined()
        ? new Cumulative(axis.from(), axis.to(), extrapolated(function))
        : new Cumulative(axis.from(), axis.to(), fine[function]);
  }

  /** The curve of the fine grid, whose difference from the best one measures the error. */
  public Cumulative rough(int function) {
    return refined()
        ? new Cumulative(axis.from(), axis.to(), pairs(function))
        : new Cumulative(axis.from(), axis.to(), fine[function]);
  }

  @Override
  public Masses masses(Bins bins) {
    double[] mass = binned(best(0), bins);
    double[] other = binned(rough(0), bins);
    if (!refined()) {
      Arrays.fill(other, Double.NaN);
    }
    return Masses.computed(bins, mass, other);
  }

  private static double[] binned(Cumulative curve, Bins bins) {
    double[] mass = new double[bins.count()];
    double sum = 0;
    for (int i = 0; i < mass.length; i++) {
      mass[i] = curve.between(bins.edge(i), bins.edge(i + 1));
      sum += mass[i];
    }
    for (int i = 0; i < mass.length; i++) {
      mass[i] /= sum;
    }
    return mass;
  }

  @Override
  public void merge(AxisData next) {
    throw new IllegalStateException("a density is observed once, there is nothing to merge");
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeBoolean(false);
    out.writeDouble(axis.from());
    out.writeDouble(axis.to());
    out.writeInt(axis.cells());
    for (double[][] grid : new double[][][] {fine, coarse}) {
      out.writeInt(grid.length);
      for (double[] values : grid) {
        Streams.write(out, values);
      }
    }
  }

  /** Reads what follows the mark of slabs. */
  static Slabs read(DataInput in) throws IOException {
    GridAxis axis = new GridAxis(in.readDouble(), in.readDouble(), in.readInt());
    double[][][] grids = new double[2][][];
    for (int g = 0; g < 2; g++) {
      grids[g] = new double[in.readInt()][];
      for (int k = 0; k < grids[g].length; k++) {
        grids[g][k] = Streams.doubles(in);
      }
    }
    return new Slabs(axis, grids[0], grids[1]);
  }
}
