package org.thalweg.figures.draw;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.Figure.Band;
import org.thalweg.api.analysis.Figure.Cells;
import org.thalweg.api.analysis.Figure.Contours;
import org.thalweg.api.analysis.Figure.Flow;
import org.thalweg.api.analysis.Figure.Layer;
import org.thalweg.api.analysis.Figure.Line;
import org.thalweg.api.analysis.Figure.Points;

/** Finds out which layers can be drawn, and says what of them does not show. */
final class LayerCheck {
  private final Figure figure;
  private final List<String> warnings;

  LayerCheck(Figure figure, List<String> warnings) {
    this.figure = figure;
    this.warnings = warnings;
  }

  /** The layers that can be drawn. */
  List<Layer> drawable() {
    List<Layer> out = new ArrayList<>();
    for (Layer layer : figure.layers()) {
      String fault = fault(layer);
      if (fault.isEmpty()) {
        out.add(layer);
      } else {
        warnings.add("the layer '" + Look.label(layer) + "' is left out: " + fault);
      }
    }
    return out;
  }

  private String fault(Layer layer) {
    if (layer instanceof Line line) {
      hidden(line.label(), line.x(), line.y());
      return lengths(line.x(), "y", line.y());
    }
    if (layer instanceof Flow flow) {
      return lengths(flow.x(), "y", flow.y());
    }
    if (layer instanceof Points points) {
      hidden(points.label(), points.x(), points.y());
      String fault = lengths(points.x(), "y", points.y());
      boolean bare = points.error().length == 0;
      return fault.isEmpty() && !bare ? lengths(points.x(), "error", points.error()) : fault;
    }
    if (layer instanceof Band band) {
      String fault = lengths(band.x(), "low", band.low());
      return fault.isEmpty() ? lengths(band.x(), "high", band.high()) : fault;
    }
    if (layer instanceof Cells cells) {
      return fault(cells);
    }
    Contours contours = (Contours) layer;
    long cells = (long) contours.x().length * contours.y().length;
    return cells == contours.z().length
        ? ""
        : "z has " + contours.z().length + " values, x and y make " + cells;
  }

  private String fault(Cells cells) {
    long count = Math.max(0, cells.x().length - 1L) * Math.max(0, cells.y().length - 1L);
    if (count != cells.values().length || count != cells.marks().size()) {
      return cells.values().length
          + " values and "
          + cells.marks().size()
          + " marks, but the edges make "
          + count
          + " cells";
    }
    return rising(cells.x(), figure.x().logarithmic())
            && rising(cells.y(), figure.y().logarithmic())
        ? ""
        : "its edges do not rise, or are not positive on a logarithmic axis";
  }

  private static boolean rising(double[] edges, boolean logarithmic) {
    for (int i = 0; i < edges.length; i++) {
      if (!Double.isFinite(edges[i])
          || logarithmic && edges[i] <= 0
          || i > 0 && edges[i] <= edges[i - 1]) {
        return false;
      }
    }
    return edges.length > 1;
  }

  private static String lengths(double[] x, String name, double[] other) {
    return x.length == other.length
        ? ""
        : name + " has " + other.length + " values, x has " + x.length;
  }

  /** Not-a-number is a gap by intention; what else has no place on the page is told. */
  private void hidden(String label, double[] x, double[] y) {
    int count = 0;
    for (int i = 0; i < Math.min(x.length, y.length); i++) {
      if (outside(x[i], figure.x().logarithmic()) || outside(y[i], figure.y().logarithmic())) {
        count++;
      }
    }
    if (count > 0) {
      warnings.add(
          count
              + " of "
              + x.length
              + " points of '"
              + label
              + "' do not show: infinite, or not positive on a logarithmic axis");
    }
  }

  private static boolean outside(double value, boolean logarithmic) {
    return Double.isInfinite(value) || logarithmic && value <= 0;
  }
}
