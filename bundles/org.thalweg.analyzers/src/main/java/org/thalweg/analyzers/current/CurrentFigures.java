package org.thalweg.analyzers.current;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.analyzers.marginal.Theory;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.Question;

/** Shows the fields of one density: streamlines over the density, psi as a map and along cuts. */
final class CurrentFigures {
  private static final int COLUMNS = 121;
  private static final int ROWS = 97;
  private static final int CUT = 201;
  private static final double SPACINGS = 6;
  private static final double[] PARTS = {0.01, 0.03, 0.1, 0.3, 0.6, 0.9};

  private final String id;
  private final CurrentData data;
  private final CurrentData.Fields fields;
  private final List<Theory> theories;

  CurrentFigures(String id, CurrentData data, List<Theory> theories) {
    this.id = id;
    this.data = data;
    this.fields = data.fields();
    this.theories = theories;
  }

  List<Figure> all() {
    if (fields.axes().size() == 1) {
      return List.of(line());
    }
    List<Figure> out = new ArrayList<>();
    Window window = Window.of(fields);
    out.add(streamlines(window));
    if (fields.stream().length > 0 && data.flows()) {
      out.add(map(window));
      out.add(cut(window, 1));
      out.add(cut(window, 0));
    }
    return out;
  }

  private Figure line() {
    double[] x = new double[fields.density().length];
    for (int i = 0; i < x.length; i++) {
      x[i] = fields.axes().get(0).centre(i);
    }
    return new Figure(
        "current-" + id,
        "Current of " + id,
        new Figure.Scale("x0", "theta"),
        new Figure.Scale("J", "1/time"),
        List.of(new Figure.Line("J", Figure.Role.DENSITY, false, false, x, fields.current()[0])));
  }

  private static Figure.Scale axis(int number, double from, double to) {
    return new Figure.Scale("x" + number, "theta", false, from, to);
  }

  private static Figure framed(String name, String title, Window w, List<Figure.Layer> layers) {
    return new Figure(
        name, title, axis(0, w.left(), w.right()), axis(1, w.bottom(), w.top()), layers);
  }

  private Figure streamlines(Window w) {
    double[] x = w.columns(COLUMNS);
    double[] y = w.rows(ROWS);
    Lattice p = fields.centres(fields.density());
    double most = p.peak().value();
    double[] z = new double[x.length * y.length];
    for (int k = 0; k < z.length; k++) {
      z[k] = p.at(x[k / y.length], y[k % y.length]) / most;
    }
    List<Figure.Layer> layers = new ArrayList<>();
    layers.add(new Figure.Contours("P / max P", x, y, z, PARTS));
    if (data.flows()) {
      layers.add(flow(w, fields.stream().length > 0 ? "streamlines of J" : "J", Figure.Role.OTHER));
    }
    String title = data.flows() ? "Current of " : "No current beyond rounding: ";
    return framed("current-" + id, title + id, w, layers);
  }

  private Figure.Flow flow(Window w, String label, Figure.Role role) {
    Streamlines lines = new Streamlines(w, fields, role);
    if (fields.stream().length == 0) {
      return lines.arrows(label);
    }
    Lattice psi = fields.corners();
    return lines.atLevels(psi, Math.abs(psi.peak().value()) / SPACINGS, label);
  }

  private Figure map(Window w) {
    double[] x = w.columns(COLUMNS);
    double[] y = w.rows(ROWS);
    Lattice psi = fields.corners();
    double[] values = new double[(x.length - 1) * (y.length - 1)];
    for (int k = 0; k < values.length; k++) {
      int i = k / (y.length - 1);
      int j = k % (y.length - 1);
      values[k] = psi.at((x[i] + x[i + 1]) / 2, (y[j] + y[j + 1]) / 2);
    }
    return framed(
        "stream-function-" + id,
        "Stream function of " + id,
        w,
        List.of(
            new Figure.Cells("psi [1/time]", Figure.Colours.SIGNED, x, y, values),
            flow(w, "", Figure.Role.DENSITY)));
  }

  /** Along an axis through the place where |psi| is largest. */
  private Figure cut(Window w, int axis) {
    Lattice psi = fields.corners();
    double[] along = axis == 0 ? w.columns(CUT) : w.rows(CUT);
    double[] points = new double[2 * along.length];
    double[] values = new double[along.length];
    for (int i = 0; i < along.length; i++) {
      points[2 * i] = axis == 0 ? along[i] : data.streamAt(0);
      points[2 * i + 1] = axis == 0 ? data.streamAt(1) : along[i];
      values[i] = psi.at(points[2 * i], points[2 * i + 1]);
    }
    List<Figure.Layer> layers = new ArrayList<>();
    layers.add(new Figure.Line(id, Figure.Role.DENSITY, false, false, along, values));
    for (Theory t : theories) {
      answer(t, new Question.At(2, points))
          .ifPresent(
              curve -> {
                double[] v = new double[curve.length];
                double[] low = new double[curve.length];
                double[] high = new double[curve.length];
                for (int i = 0; i < curve.length; i++) {
                  v[i] = curve[i].value();
                  low[i] = v[i] - curve[i].error();
                  high[i] = v[i] + curve[i].error();
                }
                layers.add(
                    0,
                    new Figure.Band(
                        t.id() + ", its own error", Figure.Role.THEORY, along, low, high));
                layers.add(new Figure.Line(t.id(), Figure.Role.THEORY, false, false, along, v));
              });
    }
    String through = String.format(java.util.Locale.ROOT, "%.3g", data.streamAt(1 - axis));
    double from = along[0];
    double to = along[along.length - 1];
    return new Figure(
        "stream-function-along-" + axis + "-" + id,
        "Stream function through its largest value, x" + (1 - axis) + " = " + through,
        axis(axis, from, to),
        new Figure.Scale("psi", "1/time"),
        layers);
  }

  static Optional<Estimate[]> answer(Theory t, Question question) {
    return t.prediction().objection(t.problem(), question).isPresent()
        ? Optional.empty()
        : Optional.of(t.at(Theory.CONTINUOUS, question));
  }
}
