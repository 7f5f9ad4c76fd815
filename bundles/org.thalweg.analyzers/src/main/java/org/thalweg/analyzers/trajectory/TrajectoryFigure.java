package org.thalweg.analyzers.trajectory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thalweg.analyzers.report.Roles;
import org.thalweg.analyzers.report.Words;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.problem.Axis;
import org.thalweg.api.problem.Problem;

/**
 * Draws sample paths: over contours of the loss in two dimensions, against time otherwise, and with
 * many dimensions also in the plane of the first two coordinates that were kept.
 */
final class TrajectoryFigure {
  private static final int ACROSS = 201;
  private static final int LEVELS = 10;

  private final Problem problem;
  private final int[] chosen;
  private final int points;

  /**
   * A drawing.
   *
   * @param problem the problem
   * @param chosen the coordinates that were kept
   * @param points the number of points of each path to show, from the start
   */
  TrajectoryFigure(Problem problem, int[] chosen, int points) {
    this.problem = problem;
    this.chosen = chosen.clone();
    this.points = points;
  }

  List<Figure> of(List<Observed> followed) {
    if (problem.dim() == 2 && chosen.length == 2) {
      return List.of(plane(followed));
    }
    return chosen.length == 1
        ? List.of(againstTime(followed))
        : List.of(againstTime(followed), plane(followed));
  }

  private Figure againstTime(List<Observed> followed) {
    List<Figure.Layer> layers = new ArrayList<>();
    addPaths(layers, followed, -1, 0);
    return new Figure(
        "sample-paths",
        "Sample paths" + until(followed),
        new Figure.Scale("t", "time"),
        new Figure.Scale("x" + chosen[0], "theta"),
        layers);
  }

  private Figure plane(List<Observed> followed) {
    boolean whole = problem.dim() == 2;
    // over the contours x0 runs to the right, in whatever order the coordinates were named
    int across = whole && chosen[0] == 1 ? 1 : 0;
    double[] x = range(followed, across);
    double[] y = range(followed, 1 - across);
    List<Figure.Layer> layers = new ArrayList<>();
    if (whole) {
      layers.add(contours(x, y));
    }
    addPaths(layers, followed, across, 1 - across);
    return new Figure(
        whole ? "contours-with-sample-paths" : "sample-paths-in-plane",
        (whole ? "Contours of the loss with sample paths" : "Sample paths") + until(followed),
        new Figure.Scale("x" + chosen[across], "theta", false, x[0], x[1]),
        new Figure.Scale("x" + chosen[1 - across], "theta", false, y[0], y[1]),
        layers);
  }

  /** Adds the paths, quantity y over quantity x, or over time if x is negative. */
  private void addPaths(List<Figure.Layer> layers, List<Observed> followed, int x, int y) {
    for (Observed o : followed) {
      TrajectoryRecorder r = (TrajectoryRecorder) o.paths().orElseThrow();
      for (int w = 0; w < r.followed(); w++) {
        layers.add(
            new Figure.Line(
                w == 0 ? o.method().id() : "",
                Roles.of(o.method()),
                false,
                true,
                shown(x < 0 ? r.times() : r.line(w, x)),
                shown(r.line(w, y))));
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
      TrajectoryRecorder r = (TrajectoryRecorder) o.paths().orElseThrow();
      last = Math.max(last, r.time(Math.min(points, r.size()) - 1));
    }
    return " up to t = " + Words.number(last);
  }

  /** The domain, or where it is open the places that the paths reach and a little more. */
  private double[] range(List<Observed> followed, int quantity) {
    Axis domain = problem.domain().get(chosen[quantity]);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Observed o : followed) {
      TrajectoryRecorder r = (TrajectoryRecorder) o.paths().orElseThrow();
      for (int w = 0; w < r.followed(); w++) {
        for (double v : r.line(w, quantity)) {
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
