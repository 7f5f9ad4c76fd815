package org.thalweg.analyzers.spectrum;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.analyzers.report.Words;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.GridAxis;
import org.thalweg.api.analysis.RelaxationMode;

/**
 * Draws both sides of a few modes of one density, where its steady or quasi-stationary state is:
 * curves in one dimension, maps in two, of modes that turn the real part.
 */
final class ModeFigures {
  private static final double[] PARTS = {0.01, 0.1, 0.3, 0.6, 0.9};

  private final String id;
  private final SpectrumData data;
  private final int shown;
  private final Frame frame;

  ModeFigures(String id, SpectrumData data, int shown) {
    this.id = id;
    this.data = data;
    this.shown = shown;
    this.frame = Frame.of(data.axes(), data.mode(0).right());
  }

  List<Figure> all() {
    if (shown == 0) {
      return List.of();
    }
    if (data.axes().size() == 1) {
      return List.of(curves(true), curves(false));
    }
    List<Figure> figures = new ArrayList<>();
    for (int i = 1; i <= shown; i++) {
      figures.add(map(i, true));
      figures.add(map(i, false));
    }
    return figures;
  }

  private static double[] side(RelaxationMode mode, boolean left) {
    return left ? mode.left() : mode.right();
  }

  private static String name(boolean left) {
    return left ? "left" : "right";
  }

  private String rate(int i) {
    return "rate " + Words.number(data.rate(i).value());
  }

  private String turning(int i) {
    double frequency = data.frequency(i).value();
    return frequency > 0 ? ", frequency " + Words.number(frequency) + ", real part" : "";
  }

  /** Modes at a barrier's top are so high there that others would be lost beside them. */
  private static double[] relative(double[] values) {
    double most = 0;
    for (double v : values) {
      most = Math.max(most, Math.abs(v));
    }
    for (int k = 0; k < values.length; k++) {
      values[k] /= most;
    }
    return values;
  }

  private Figure curves(boolean left) {
    List<Figure.Layer> layers = new ArrayList<>();
    double[] x = frame.columns();
    String first =
        data.leaks() ? "quasi-stationary, " + rate(0) : "0, " + (left ? "constant" : "P");
    layers.add(
        new Figure.Line(
            first,
            Figure.Role.DENSITY,
            false,
            false,
            x,
            relative(frame.cells(side(data.mode(0), left)))));
    for (int i = 1; i <= shown; i++) {
      layers.add(
          new Figure.Line(
              i + ", " + rate(i) + turning(i),
              Figure.Role.OTHER,
              false,
              false,
              x,
              relative(frame.cells(side(data.mode(i), left)))));
    }
    GridAxis axis = data.axes().get(0);
    return new Figure(
        name(left) + "-modes-" + id,
        (left ? "Left modes of " : "Right modes of ") + id,
        new Figure.Scale("x0", "theta", false, axis.edge(frame.begin(0)), axis.edge(frame.end(0))),
        new Figure.Scale(left ? "l / max |l|" : "r / max |r|", ""),
        layers);
  }

  private Figure map(int i, boolean left) {
    GridAxis ax = data.axes().get(0);
    GridAxis ay = data.axes().get(1);
    return new Figure(
        name(left) + "-mode-" + i + "-" + id,
        (left ? "Left mode " : "Right mode ") + i + " of " + id + ": " + rate(i) + turning(i),
        new Figure.Scale("x0", "theta", false, ax.edge(frame.begin(0)), ax.edge(frame.end(0))),
        new Figure.Scale("x1", "theta", false, ay.edge(frame.begin(1)), ay.edge(frame.end(1))),
        List.of(
            new Figure.Cells(
                left ? "l" : "r [1/theta^2]",
                Figure.Colours.SIGNED,
                frame.edges(0),
                frame.edges(1),
                frame.cells(side(data.mode(i), left))),
            new Figure.Contours(
                "P / max P",
                frame.columns(),
                frame.rows(),
                relative(frame.cells(data.mode(0).right())),
                PARTS)));
  }
}
