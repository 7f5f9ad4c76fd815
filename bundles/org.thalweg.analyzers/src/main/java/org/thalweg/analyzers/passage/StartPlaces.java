package org.thalweg.analyzers.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.thalweg.api.analysis.GridAxis;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.ProductStart;

/**
 * A start as points with weights, over which functions of the starting point are averaged.
 *
 * @param points the points
 * @param weights their weights, of sum one
 */
record StartPlaces(List<double[]> points, List<Double> weights) {
  private static final double LEAST = 1e-12;

  /** One axis: the masses of its cells, and the mean within each. */
  private record Along(double[] mass, double[] mean) {}

  /**
   * Of a start whose coordinates are independent: for each cell its probability, at the mean within
   * it, which errs by the second order of the width. What begins outside of the axes is left out.
   */
  static Optional<StartPlaces> on(Problem problem, List<GridAxis> axes) {
    if (!(problem.start() instanceof ProductStart start)) {
      return Optional.empty();
    }
    List<Along> all = new ArrayList<>();
    for (int a = 0; a < axes.size(); a++) {
      all.add(along(start, a, axes.get(a)));
    }
    StartPlaces out = new StartPlaces(new ArrayList<>(), new ArrayList<>());
    out.add(all, 0, 1, new double[axes.size()]);
    return out.points.isEmpty() ? Optional.empty() : Optional.of(out.normalised());
  }

  /** Of points that weigh the same. */
  static StartPlaces of(List<double[]> points) {
    return new StartPlaces(points, points.stream().map(p -> 1.0).toList()).normalised();
  }

  /** The point in which all paths begin, if they begin in one. */
  static Optional<double[]> point(Problem problem) {
    if (!(problem.start() instanceof ProductStart start)) {
      return Optional.empty();
    }
    double[] x = new double[problem.dim()];
    for (int a = 0; a < x.length; a++) {
      x[a] = start.partialMean(a, Double.POSITIVE_INFINITY);
      double around = Math.max(1, Math.abs(x[a])) * 1e-9;
      double inside = start.cumulative(a, x[a] + around) - start.cumulative(a, x[a] - around);
      if (!(inside > 1 - 1e-9)) {
        return Optional.empty();
      }
    }
    return Optional.of(x);
  }

  private static Along along(ProductStart start, int a, GridAxis axis) {
    double[] mass = new double[axis.cells()];
    double[] mean = new double[axis.cells()];
    double probability = start.cumulative(a, Math.nextDown(axis.from()));
    double moment = start.partialMean(a, Math.nextDown(axis.from()));
    for (int i = 0; i < mass.length; i++) {
      double end = axis.edge(i + 1);
      double nextProbability = start.cumulative(a, end);
      double nextMoment = start.partialMean(a, end);
      mass[i] = nextProbability - probability;
      double within = (nextMoment - moment) / mass[i];
      mean[i] = Math.max(axis.edge(i), Math.min(end, within));
      probability = nextProbability;
      moment = nextMoment;
    }
    return new Along(mass, mean);
  }

  private void add(List<Along> all, int axis, double weight, double[] point) {
    if (weight < LEAST) {
      return;
    }
    if (axis == all.size()) {
      points.add(point.clone());
      weights.add(weight);
      return;
    }
    Along along = all.get(axis);
    for (int i = 0; i < along.mass.length; i++) {
      point[axis] = along.mean[i];
      add(all, axis + 1, weight * along.mass[i], point);
    }
  }

  private StartPlaces normalised() {
    double sum = weights.stream().mapToDouble(w -> w).sum();
    return new StartPlaces(points, weights.stream().map(w -> w / sum).toList());
  }

  double average(ToDoubleFunction<double[]> f) {
    double sum = 0;
    for (int i = 0; i < points.size(); i++) {
      sum += weights.get(i) * f.applyAsDouble(points.get(i));
    }
    return sum;
  }

  /** The mean point. */
  double[] mean() {
    double[] out = new double[points.get(0).length];
    for (int a = 0; a < out.length; a++) {
      int axis = a;
      out[a] = average(x -> x[axis]);
    }
    return out;
  }
}
