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
import org.thalweg.api.analysis.GridOperator;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Problem;

/**
 * Times and probabilities of passage from every cell of a density's grids, by the backward
 * equation; they do not depend on where the density itself is.
 */
final class PassageFields implements Snapshot<PassageFields> {
  /**
   * One grid.
   *
   * @param axes its axes
   * @param mean the mean time to any region
   * @param square the mean square of that time
   * @param hitting for each group of regions the probability that it is reached first; none where
   *     there is one group and no absorbing edge
   */
  record OnGrid(List<GridAxis> axes, double[] mean, double[] square, List<double[]> hitting) {}

  private final Problem problem;
  private final ToIntFunction<double[]> groupAt;
  private final List<OnGrid> grids;
  private final String failure;

  private PassageFields(
      Problem problem, ToIntFunction<double[]> groupAt, List<OnGrid> grids, String failure) {
    this.problem = problem;
    this.groupAt = groupAt;
    this.grids = grids;
    this.failure = failure;
  }

  /** Why there are none, or empty. */
  String failure() {
    return failure;
  }

  /** Whether there is a coarser grid, so that errors are known. */
  boolean estimated() {
    return grids.size() > 1;
  }

  /** The finer grid. */
  OnGrid fine() {
    return grids.get(0);
  }

  /** The start on a grid, from what walkers remember of theirs where it is no product. */
  private Optional<StartPlaces> start(OnGrid grid, Optional<StartPlaces> remembered) {
    return StartPlaces.on(problem, grid.axes()).or(() -> remembered);
  }

  /** The mean time from the start. */
  Estimate mean(Optional<StartPlaces> remembered) {
    return estimate(remembered, OnGrid::mean, 0);
  }

  /** The standard deviation of the time from the start. */
  Estimate deviation(Optional<StartPlaces> remembered) {
    if (!failure.isEmpty()) {
      return new Estimate(Double.NaN, Double.NaN);
    }
    double[] values = new double[grids.size()];
    for (int i = 0; i < values.length; i++) {
      double mean = average(grids.get(i), remembered, grids.get(i).mean(), 0);
      double square = average(grids.get(i), remembered, grids.get(i).square(), 0);
      values[i] = Math.sqrt(Math.max(0, square - mean * mean));
    }
    return extrapolated(values);
  }

  /** The probability that a group of regions is reached first, from the start. */
  Estimate hitting(int group, Optional<StartPlaces> remembered) {
    if (failure.isEmpty() && fine().hitting().isEmpty()) {
      return new Estimate(1, 0);
    }
    return estimate(remembered, g -> g.hitting().get(group), group + 1);
  }

  private interface Choice {
    double[] of(OnGrid grid);
  }

  private Estimate estimate(Optional<StartPlaces> remembered, Choice choice, int inside) {
    if (!failure.isEmpty()) {
      return new Estimate(Double.NaN, Double.NaN);
    }
    double[] values = new double[grids.size()];
    for (int i = 0; i < values.length; i++) {
      OnGrid grid = grids.get(i);
      values[i] = average(grid, remembered, choice.of(grid), inside);
    }
    return extrapolated(values);
  }

  private static Estimate extrapolated(double[] values) {
    if (values.length == 1 || Double.isInfinite(values[0])) {
      return new Estimate(values[0], Double.NaN);
    }
    double step = (values[0] - values[1]) / 3;
    return new Estimate(values[0] + step, Math.abs(step));
  }

  /**
   * The average over the start.
   *
   * @param inside zero for what is zero in all regions, else one more than the group in which it is
   *     one
   */
  private double average(
      OnGrid grid, Optional<StartPlaces> remembered, double[] values, int inside) {
    Optional<StartPlaces> places = start(grid, remembered);
    if (places.isEmpty()) {
      return Double.NaN;
    }
    CellValues cells = cells(grid, values);
    return places
        .get()
        .average(
            x -> {
              int group = groupAt.applyAsInt(x);
              return group < 0 ? cells.at(x) : group + 1 == inside ? 1 : 0;
            });
  }

  private CellValues cells(OnGrid grid, double[] values) {
    boolean[] periodic = new boolean[grid.axes().size()];
    for (int a = 0; a < periodic.length; a++) {
      periodic[a] = problem.domain().get(a).lower() == Edge.PERIODIC;
    }
    boolean[] usable = new boolean[values.length];
    double[] x = new double[periodic.length];
    for (int k = 0; k < values.length; k++) {
      centre(grid.axes(), k, x);
      usable[k] = groupAt.applyAsInt(x) < 0;
    }
    return new CellValues(grid.axes(), periodic, values, usable);
  }

  /** Writes the centre of a cell. */
  static void centre(List<GridAxis> axes, int k, double[] out) {
    int rest = k;
    for (int a = out.length - 1; a >= 0; a--) {
      out[a] = axes.get(a).centre(rest % axes.get(a).cells());
      rest /= axes.get(a).cells();
    }
  }

  @Override
  public void merge(PassageFields next) {
    throw new IllegalStateException("a density is observed once, there is nothing to merge");
  }

  @Override
  public void save(DataOutput out) throws IOException {
    out.writeUTF(failure);
    out.writeInt(grids.size());
    for (OnGrid grid : grids) {
      out.writeInt(grid.axes().size());
      for (GridAxis axis : grid.axes()) {
        out.writeDouble(axis.from());
        out.writeDouble(axis.to());
        out.writeInt(axis.cells());
      }
      Streams.write(out, grid.mean());
      Streams.write(out, grid.square());
      out.writeInt(grid.hitting().size());
      for (double[] h : grid.hitting()) {
        Streams.write(out, h);
      }
    }
  }

  private static OnGrid readGrid(DataInput in) throws IOException {
    List<GridAxis> axes = new ArrayList<>();
    int dim = in.readInt();
    for (int a = 0; a < dim; a++) {
      axes.add(new GridAxis(in.readDouble(), in.readDouble(), in.readInt()));
    }
    double[] mean = Streams.doubles(in);
    double[] square = Streams.doubles(in);
    List<double[]> hitting = new ArrayList<>();
    int groups = in.readInt();
    for (int g = 0; g < groups; g++) {
      hitting.add(Streams.doubles(in));
    }
    return new OnGrid(axes, mean, square, hitting);
  }

  /** Asks a density's operator, once. */
  static Camera<PassageFields> camera(Problem problem, Targets targets) {
    ToIntFunction<double[]> groupAt = targets.groupAt(problem);
    boolean split =
        targets.names().size() > 1
            || problem.domain().stream()
                .anyMatch(a -> a.lower() == Edge.ABSORBING || a.upper() == Edge.ABSORBING);
    int groups = split ? targets.names().size() : 0;
    return new Camera<>() {
      private GridOperator asked;
      private PassageFields last;

      @Override
      public PassageFields take(double time, Distribution distribution) {
        GridDensity density = (GridDensity) distribution;
        GridOperator operator = Densities.operator(density);
        if (operator != asked) {
          List<OnGrid> grids = new ArrayList<>();
          String failure = "";
          try {
            grids.add(solved(operator));
            density.coarse().ifPresent(c -> grids.add(solved(Densities.operator(c))));
          } catch (IllegalStateException e) {
            failure = e.getMessage();
          }
          last = new PassageFields(problem, groupAt, grids, failure);
          asked = operator;
        }
        return last;
      }

      private OnGrid solved(GridOperator operator) {
        List<double[]> hitting = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
          int group = g;
          hitting.add(
              operator.hittingProbability(
                  x -> groupAt.applyAsInt(x) == group, x -> groupAt.applyAsInt(x) >= 0));
        }
        return new OnGrid(
            operator.axes(),
            operator.meanPassageTime(x -> groupAt.applyAsInt(x) >= 0),
            operator.meanSquarePassageTime(x -> groupAt.applyAsInt(x) >= 0),
            hitting);
      }

      @Override
      public PassageFields read(DataInput in) throws IOException {
        String failure = in.readUTF();
        List<OnGrid> grids = new ArrayList<>();
        int n = in.readInt();
        for (int i = 0; i < n; i++) {
          grids.add(readGrid(in));
        }
        return new PassageFields(problem, groupAt, grids, failure);
      }
    };
  }
}
