package org.thalweg.analyzers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Problem;

/** Draws sample paths: over contours of the loss in two dimensions, against time in one. */
final class PathFigure {
  private static final int ACROSS = 201;
  private static final int LEVELS = 10;

  private final Problem problem;
  private final int points;

  /**
   * A drawing.
   *
   * @param problem the problem
   * @param points the number of points of each path to show, from the start
   */
  PathFigure(Problem problem, int points) {
    this.problem = problem;
    this.points = points;
  }

  Figure of(List<Observed> followed) {
    List<Figure.Layer> layers = new ArrayList<>();
    if (problem.dim() == 1) {
      addPaths(layers, followed, true);
      return new Figure(
          "sample-paths",
          "Sample paths" + until(followed),
          new Figure.Scale("t", "time"),
          new Figure.Scale("x0", "theta"),
          layers);
    }
    double[] x = range(followed, 0);
    double[] y = range(followed, 1);
    if (problem.dim() == 2) {
      layers.add(contours(x, y));
    }
    addPaths(layers, followed, false);
    return new Figure(
        problem.dim() == 2 ? "contours-with-sample-paths" : "sample-paths",
        (problem.dim() == 2 ? "Contours of the loss with sample paths" : "Sample paths")
            + until(followed),
        new Figure.Scale("x0", "theta", false, x[0], x[1]),
        new Figure.Scale("x1", "theta", false, y[0], y[1]),
        layers);
  }

  private void addPaths(List<Figure.Layer> layers, List<Observed> followed, boolean againstTime) {
    for (Observed o : followed) {
      PathRecorder r = (PathRecorder) o.paths().orElseThrow();
      for (int w = 0; w < r.recorded(); w++) {
        layers.add(
            new Figure.Line(
                w == 0 ? o.method().id() : "",
                Roles.of(o.method()),
                false,
                true,
                shown(againstTime ? r.times() : r.line(w, 0)),
                shown(r.line(w, againstTime ? 0 : 1))));
      }
    }
  }

  private double[] shown(double[] line) {
    return Arrays.copyOf(line, Math.min(points, line.length));
  }

  /** The time until which the longest path is shown. */
  private String until(List<Observed> followed) {
    double last = 0;
    for (Observed o : followed) {
      PathRecorder r = (PathRecorder) o.paths().orElseThrow();
      last = Math.max(last, r.time(Math.min(points, r.size()) - 1));
    }
    return " up to t = " + Words.number(last);
  }

  /** The domain, or where it is open the places that the paths reach and a little more. */
  private double[] range(List<Observed> followed, int axis) {
    Axis domain = problem.domain().get(axis);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Observed o : followed) {
      PathRecorder r = (PathRecorder) o.paths().orElseThrow();
      for (int w = 0; w < r.recorded(); w++) {
        for (double v : r.line(w, axis)) {
          if (!Double.isNaN(v)) {
            low = Math.min(low, v);
            high = Math.max(high, v);
          }
        }
      }
    }
    if (!(low <= high)) {
      low = 0;
      high = 0;
    }
    double margin = Math.max(0.05 * (high - low), 1e-3);
    return new double[] {
      Double.isInfinite(domain.from()) ? low - margin : domain.from(),
      Double.isInfinite(domain.to()) ? high + margin : domain.to()
    };
  }

  private Figure.Contours contours(double[] xs, double[] ys) {
    double[] x = places(xs);
    double[] y = places(ys);
    double[] z = new double[x.length * y.length];
    double[] point = new double[2];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < y.length; j++) {
        point[0] = x[i];
        point[1] = y[j];
        z[i * y.length + j] = problem.landscape().value(point);
      }
    }
    return new Figure.Contours("loss", x, y, z, levels(z));
  }

  private static double[] places(double[] range) {
    double[] out = new double[ACROSS];
    for (int i = 0; i < ACROSS; i++) {
      out[i] = range[0] + (range[1] - range[0]) * i / (ACROSS - 1);
    }
    return out;
  }

  /** Ten levels, their heights above the lowest loss evenly spaced in the logarithm. */
  private static double[] levels(double[] z) {
    double[] sorted = Arrays.stream(z).filter(Double::isFinite).sorted().toArray();
    if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) {
      return new double[0];
    }
    double least = sorted[0];
    double top = sorted[sorted.length - 1] - least;
    double bottom = Math.max(1e-3 * top, sorted[sorted.length / 20] - least);
    double[] out = new double[LEVELS];
    for (int i = 0; i < LEVELS; i++) {
      out[i] = least + bottom * Math.pow(top / bottom, (i + 0.5) / LEVELS);
    }
    return out;
  }
}
