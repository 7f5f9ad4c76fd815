package org.thalweg.analyzers.spectrum;

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
import org.thalweg.api.analysis.GridOperator;
import org.thalweg.api.analysis.RelaxationMode;

/**
 * The modes of one density: rates and frequencies from two grids, and the fields of the finer one.
 */
final class SpectrumData implements Snapshot<SpectrumData> {
  /** More modes of the coarse grid, on which near ones may change places. */
  private static final int SPARE = 2;

  private final List<GridAxis> axes;
  private final List<RelaxationMode> modes;
  private final double[] coarseRates;
  private final double[] coarseFrequencies;
  private final String failure;

  private SpectrumData(
      List<GridAxis> axes,
      List<RelaxationMode> modes,
      double[] coarseRates,
      double[] coarseFrequencies,
      String failure) {
    this.axes = axes;
    this.modes = modes;
    this.coarseRates = coarseRates;
    this.coarseFrequencies = coarseFrequencies;
    this.failure = failure;
  }

  /** The modes of a density, or why they were not found. */
  static SpectrumData of(GridDensity density, int wanted) {
    try {
      return found(density, wanted);
    } catch (IllegalStateException notFound) {
      return new SpectrumData(
          density.axes(), List.of(), new double[0], new double[0], notFound.getMessage());
    }
  }

  private static SpectrumData found(GridDensity density, int wanted) {
    List<RelaxationMode> modes = operator(density).modes(wanted);
    double[] rates = new double[modes.size()];
    double[] frequencies = new double[modes.size()];
    if (density.coarse().isEmpty()) {
      java.util.Arrays.fill(rates, Double.NaN);
      java.util.Arrays.fill(frequencies, Double.NaN);
    } else {
      List<RelaxationMode> rough =
          new ArrayList<>(operator(density.coarse().get()).modes(wanted + SPARE));
      for (int i = 0; i < rates.length; i++) {
        RelaxationMode nearest = nearest(modes.get(i), rough);
        rough.remove(nearest);
        rates[i] = nearest.rate();
        frequencies[i] = nearest.frequency();
      }
    }
    return new SpectrumData(density.axes(), modes, rates, frequencies, "");
  }

  private static GridOperator operator(GridDensity density) {
    return density
        .operator()
        .orElseThrow(() -> new IllegalStateException("a density came without its operator"));
  }

  private static RelaxationMode nearest(RelaxationMode mode, List<RelaxationMode> candidates) {
    RelaxationMode best = candidates.get(0);
    for (RelaxationMode c : candidates) {
      if (distance(mode, c) < distance(mode, best)) {
        best = c;
      }
    }
    return best;
  }

  private static double distance(RelaxationMode a, RelaxationMode b) {
    return Math.hypot(a.rate() - b.rate(), a.frequency() - b.frequency());
  }

  List<GridAxis> axes() {
    return axes;
  }

  int size() {
    return modes.size();
  }

  /** A mode of the finer grid. */
  RelaxationMode mode(int i) {
    return modes.get(i);
  }

  Estimate rate(int i) {
    return estimate(modes.get(i).rate(), coarseRates[i]);
  }

  Estimate frequency(int i) {
    return estimate(modes.get(i).frequency(), coarseFrequencies[i]);
  }

  /** Why there are no modes; empty if there are. */
  String failure() {
    return failure;
  }

  /** Whether some mode turns while it decays. */
  boolean turns() {
    return modes.stream().anyMatch(m -> m.frequency() > 0);
  }

  /** Without a steady state: edges absorb. */
  boolean leaks() {
    return !modes.isEmpty() && modes.get(0).rate() > 0;
  }

  /** How fast the slowest mode after the first decays beside it. */
  Estimate gap() {
    if (modes.size() < 2) {
      return new Estimate(Double.NaN, Double.NaN);
    }
    double first = modes.get(0).rate();
    return estimate(modes.get(1).rate() - first, coarseRates[1] - coarseRates[0]);
  }

  private static Estimate estimate(double fine, double coarse) {
    return Double.isNaN(coarse)
        ? new Estimate(fine, Double.NaN)
        : new Estimate((4 * fine - coarse) / 3, Math.abs(fine - coarse) / 3);
  }

  @Override
  public void merge(SpectrumData next) {
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
    Streams.write(out, coarseRates);
    Streams.write(out, coarseFrequencies);
    for (RelaxationMode m : modes) {
      out.writeDouble(m.rate());
      out.writeDouble(m.frequency());
      Streams.write(out, m.right());
      Streams.write(out, m.rightImaginary());
      Streams.write(out, m.left());
      Streams.write(out, m.leftImaginary());
      out.writeDouble(m.residual());
    }
    out.writeUTF(failure);
  }

  private static SpectrumData read(DataInput in) throws IOException {
    List<GridAxis> axes = new ArrayList<>();
    int dim = in.readInt();
    for (int a = 0; a < dim; a++) {
      axes.add(new GridAxis(in.readDouble(), in.readDouble(), in.readInt()));
    }
    double[] rates = Streams.doubles(in);
    double[] frequencies = Streams.doubles(in);
    List<RelaxationMode> modes = new ArrayList<>();
    for (int i = 0; i < rates.length; i++) {
      modes.add(
          new RelaxationMode(
              in.readDouble(),
              in.readDouble(),
              Streams.doubles(in),
              Streams.doubles(in),
              Streams.doubles(in),
              Streams.doubles(in),
              in.readDouble()));
    }
    return new SpectrumData(axes, modes, rates, frequencies, in.readUTF());
  }

  /** Finds modes when a density is first seen, and keeps them. */
  static Camera<SpectrumData> camera(int wanted) {
    return new Camera<>() {
      private SpectrumData found;

      @Override
      public SpectrumData take(double time, Distribution distribution) {
        if (found == null) {
          found = SpectrumData.of((GridDensity) distribution, wanted);
        }
        return found;
      }

      @Override
      public SpectrumData read(DataInput in) throws IOException {
        found = SpectrumData.read(in);
        return found;
      }
    };
  }
}
