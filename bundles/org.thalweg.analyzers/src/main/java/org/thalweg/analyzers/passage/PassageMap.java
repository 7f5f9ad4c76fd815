package org.thalweg.analyzers.passage;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.thalweg.analyzers.report.Roles;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.GridAxis;
import org.thalweg.api.analysis.MethodInfo;

/** Draws values on a grid of one or two axes: a curve, or cells with some contours. */
final class PassageMap {
  private static final int MOST = 200;

  private PassageMap() {}

  /** The mean time of passage from everywhere, where there is one. */
  static Optional<Figure> of(DensityPassages d, boolean several) {
    if (!d.fields().failure().isEmpty()) {
      return Optional.empty();
    }
    PassageFields.OnGrid grid = d.fields().fine();
    double[] outside = grid.mean().clone();
    for (int k = 0; k < outside.length; k++) {
      outside[k] = outside[k] == 0 ? Double.NaN : outside[k];
    }
    return Optional.of(
        of(
            "first-passage-map-" + d.method().id(),
            "Mean time until a path is first in "
                + (several ? "a region" : "the region")
                + ", by "
                + d.method().id(),
            new Figure.Scale("mean time", "time"),
            Figure.Colours.LINEAR,
            d.method(),
            grid.axes(),
            outside,
            new double[0]));
  }

  /**
   * Values on a grid.
   *
   * @param levels where contours are drawn in two dimensions, rising
   */
  static Figure of(
      String name,
      String title,
      Figure.Scale scale,
      Figure.Colours colours,
      MethodInfo method,
      List<GridAxis> axes,
      double[] values,
      double[] levels) {
    Figure.Scale x = new Figure.Scale("x0", "theta", false, axes.get(0).from(), axes.get(0).to());
    if (axes.size() == 1) {
      double[] at = new double[values.length];
      double[] shown = new double[values.length];
      for (int i = 0; i < at.length; i++) {
        at[i] = axes.get(0).centre(i);
        shown[i] = Double.isInfinite(values[i]) ? Double.NaN : values[i];
      }
      Figure.Line line = new Figure.Line(method.id(), Roles.of(method), false, false, at, shown);
      return new Figure(name, title, x, scale, List.of(line));
    }
    int stepX = Math.max(1, axes.get(0).cells() / MOST);
    int stepY = Math.max(1, axes.get(1).cells() / MOST);
    int nx = axes.get(0).cells() / stepX;
    int ny = axes.get(1).cells() / stepY;
    double[] block = new double[nx * ny];
    for (int i = 0; i < nx; i++) {
      for (int j = 0; j < ny; j++) {
        double sum = 0;
        for (int k = 0; k < stepX * stepY; k++) {
          int row = i * stepX + k / stepY;
          sum += values[row * axes.get(1).cells() + j * stepY + k % stepY];
        }
        double mean = sum / (stepX * stepY);
        block[i * ny + j] = Double.isInfinite(mean) ? Double.NaN : mean;
      }
    }
    Figure.Cells cells =
        new Figure.Cells(
            scale.label() + (scale.unit().isEmpty() ? "" : " [" + scale.unit() + "]"),
            colours,
            edges(axes.get(0), stepX, nx),
            edges(axes.get(1), stepY, ny),
            block,
            Collections.nCopies(block.length, Figure.Mark.NONE));
    Figure.Scale y =
        new Figure.Scale("x1", "theta", false, axes.get(1).from(), axes.get(1).edge(ny * stepY));
    if (levels.length == 0) {
      return new Figure(name, title, x, y, List.of(cells));
    }
    Figure.Contours contours =
        new Figure.Contours(
            "", middles(axes.get(0), stepX, nx), middles(axes.get(1), stepY, ny), block, levels);
    return new Figure(name, title, x, y, List.of(cells, contours));
  }

  private static double[] edges(GridAxis axis, int step, int n) {
    double[] out = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      out[i] = axis.edge(i * step);
    }
    return out;
  }

  private static double[] middles(GridAxis axis, int step, int n) {
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      out[i] = (axis.edge(i * step) + axis.edge((i + 1) * step)) / 2;
    }
    return out;
  }
}
