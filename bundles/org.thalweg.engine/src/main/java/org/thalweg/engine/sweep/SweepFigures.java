package org.thalweg.engine.sweep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.Figure.Cells;
import org.thalweg.api.analysis.Figure.Layer;
import org.thalweg.api.analysis.Figure.Line;
import org.thalweg.api.analysis.Figure.Mark;
import org.thalweg.api.analysis.Figure.Points;
import org.thalweg.api.analysis.Figure.Role;
import org.thalweg.api.analysis.Figure.Scale;
import org.thalweg.engine.sweep.SweepReport.Measured;
import org.thalweg.engine.sweep.SweepReport.Status;
import org.thalweg.params.JsonNode;

/**
 * What came of a sweep, as figures: curves with error bars over one number that is varied, phase
 * diagrams over two; a few other axes make further curves.
 */
public final class SweepFigures {
  private static final int MOST_BY_DEFAULT = 4;
  private static final int MOST_CURVES = 8;
  private static final int MOST_GAPS = 3;

  private final SweepReport report;
  private final Sweep sweep;
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  /**
   * Figures of a sweep.
   *
   * @param report what came of it
   */
  public SweepFigures(SweepReport report) {
    this.report = report;
    this.sweep = report.sweep();
    make();
  }

  /**
   * The figures.
   *
   * @return as many as there are quantities and methods to be shown
   */
  public List<Figure> figures() {
    return List.copyOf(figures);
  }

  /**
   * What is not drawn, and why.
   *
   * @return one line each
   */
  public List<String> remarks() {
    return List.copyOf(remarks);
  }

  private void make() {
    List<Integer> varied =
        IntStream.range(0, sweep.axes().size())
            .filter(a -> sweep.axes().get(a).size() > 1)
            .boxed()
            .toList();
    List<Integer> numeric = varied.stream().filter(a -> number(a) >= 0).toList();
    if (varied.isEmpty()) {
      return;
    }
    List<String> quantities = quantities();
    if (varied.size() == 2 && numeric.size() == 2) {
      for (String quantity : quantities) {
        for (Measured m : measured(quantity)) {
          figures.add(diagram(m, varied.get(0), varied.get(1)));
        }
      }
      return;
    }
    if (numeric.isEmpty()) {
      remarks.add("no figure: nothing that is varied is a number; summary.csv has all");
      return;
    }
    int along =
        numeric.stream().max(Comparator.comparingInt(a -> sweep.axes().get(a).size())).get();
    for (String quantity : quantities) {
      int curves = sweep.gridPoints() / sweep.axes().get(along).size() * measured(quantity).size();
      if (curves > MOST_CURVES) {
        remarks.add(
            "no figure of "
                + quantity
                + ": "
                + curves
                + " curves are too many to be read; summary.csv has all");
      } else {
        figures.add(curves(quantity, along));
      }
    }
  }

  /** The first track of an axis that is a number and differs from value to value; -1 if none. */
  private int number(int axis) {
    List<SweepAxis.Track> tracks = sweep.axes().get(axis).tracks();
    for (int t = 0; t < tracks.size(); t++) {
      if (tracks.get(t).numeric()) {
        double[] values =
            tracks.get(t).values().stream().mapToDouble(Coordinates::number).toArray();
        if (Arrays.stream(values).distinct().count() == values.length) {
          return t;
        }
      }
    }
    return -1;
  }

  private SweepAxis.Track track(int axis) {
    return sweep.axes().get(axis).tracks().get(number(axis));
  }

  private List<String> quantities() {
    List<String> all =
        report.measured().keySet().stream().map(Measured::quantity).distinct().toList();
    if (sweep.figures().isEmpty()) {
      List<String> own = all.stream().filter(q -> q.indexOf('.') > 0).toList();
      if (own.size() > MOST_BY_DEFAULT) {
        remarks.add(
            "figures of the first "
                + MOST_BY_DEFAULT
                + " of "
                + own.size()
                + " quantities; name others in sweep.figures");
      }
      return (own.isEmpty() ? all : own).stream().limit(MOST_BY_DEFAULT).toList();
    }
    List<String> wanted = new ArrayList<>();
    for (String quantity : sweep.figures()) {
      if (all.contains(quantity)) {
        wanted.add(quantity);
      } else {
        remarks.add(
            "no figure of '"
                + quantity
                + "', which nothing reports; known: "
                + String.join(", ", all));
      }
    }
    return wanted;
  }

  private List<Measured> measured(String quantity) {
    return report.measured().keySet().stream().filter(m -> m.quantity().equals(quantity)).toList();
  }

  private static String label(String quantity, String unit) {
    return unit.isEmpty() || quantity.equals(unit) ? quantity : quantity + " [" + unit + "]";
  }

  /** The path without the words that every path has. */
  private static String label(SweepAxis.Track track) {
    return track.path().startsWith("problem.") ? track.path().substring(8) : track.path();
  }

  private Figure curves(String quantity, int along) {
    SweepAxis.Track track = track(along);
    int size = sweep.axes().get(along).size();
    double[] x = track.values().stream().mapToDouble(Coordinates::number).toArray();
    Integer[] order = Spacing.order(x);
    double[] sorted = Arrays.stream(order).mapToDouble(i -> x[i]).toArray();
    List<Layer> layers = new ArrayList<>();
    List<double[]> all = new ArrayList<>();
    boolean[] incomplete = new boolean[size];
    List<double[]> lossy = new ArrayList<>();
    String unit = "";
    for (Measured m : measured(quantity)) {
      unit = report.measured().get(m);
      for (int start = 0; start < sweep.gridPoints(); start++) {
        int[] at = sweep.indices(start);
        if (at[along] != 0) {
          continue;
        }
        double[] y = new double[size];
        double[] error = new double[size];
        for (int i = 0; i < size; i++) {
          int[] place = at.clone();
          place[along] = order[i];
          Combined combined = report.combined(point(place), m);
          y[i] = combined.mean();
          error[i] = combined.error();
          incomplete[i] |= combined.used() < sweep.replicas();
          if (combined.diverged() > 0 && combined.used() > 0) {
            lossy.add(new double[] {sorted[i], combined.mean()});
          }
        }
        all.add(y);
        String name = curve(m, start, along);
        layers.add(new Line(name, role(m.method()), false, true, sorted, y));
        layers.add(new Points(name, role(m.method()), sorted, y, error));
      }
    }
    if (!lossy.isEmpty()) {
      double[] at = lossy.stream().mapToDouble(p -> p[0]).toArray();
      double[] mean = lossy.stream().mapToDouble(p -> p[1]).toArray();
      layers.add(new Points("some walkers diverged", Role.OTHER, at, mean, new double[0]));
    }
    boolean overLogarithmic = Spacing.logarithmic(sorted);
    boolean logarithmic = Spacing.wide(all.stream(), overLogarithmic);
    return new Figure(
        quantity.replace('.', '-'),
        quantity + " against " + label(track) + gaps(sorted, incomplete),
        new Scale(label(track), report.unit(track), overLogarithmic, Double.NaN, Double.NaN),
        new Scale(quantity, unit.equals(quantity) ? "" : unit, logarithmic, Double.NaN, Double.NaN),
        layers);
  }

  /** Where replicas are missing, failed or have no number. */
  private static String gaps(double[] places, boolean[] incomplete) {
    double[] at =
        IntStream.range(0, places.length)
            .filter(i -> incomplete[i])
            .mapToDouble(i -> places[i])
            .toArray();
    if (at.length == 0) {
      return "";
    }
    return at.length > MOST_GAPS
        ? ", numbers missing at " + at.length + " of " + places.length + " places"
        : Arrays.stream(at)
            .mapToObj(v -> String.format(Locale.ROOT, "%.3g", v))
            .collect(Collectors.joining(", ", ", numbers missing at ", ""));
  }

  private String curve(Measured m, int point, int along) {
    List<String> words = new ArrayList<>();
    if (!m.method().isEmpty()) {
      words.add(m.method());
    }
    int[] at = sweep.indices(point);
    for (int a = 0; a < at.length; a++) {
      if (a != along && sweep.axes().get(a).size() > 1) {
        SweepAxis.Track track = sweep.axes().get(a).tracks().get(0);
        words.add(label(track) + " " + brief(track.values().get(at[a])));
      }
    }
    return String.join(", ", words);
  }

  private Role role(String method) {
    return report.methods().stream()
        .filter(m -> m.id().equals(method))
        .findFirst()
        .map(
            m ->
                switch (m.dynamics().kind()) {
                  case DISCRETE_SGD -> Role.SGD;
                  case LANGEVIN, UNDERDAMPED_LANGEVIN -> Role.LANGEVIN;
                  case FOKKER_PLANCK -> Role.DENSITY;
                })
        .orElse(Role.OTHER);
  }

  private static String brief(JsonNode value) {
    return value.get("type").map(JsonNode::text).orElse(Coordinates.word(value));
  }

  private int point(int[] at) {
    int point = 0;
    for (int a = 0; a < at.length; a++) {
      point = point * sweep.axes().get(a).size() + at[a];
    }
    return point;
  }

  private Figure diagram(Measured m, int first, int second) {
    double[] x = track(first).values().stream().mapToDouble(Coordinates::number).toArray();
    double[] y = track(second).values().stream().mapToDouble(Coordinates::number).toArray();
    Integer[] across = Spacing.order(x);
    Integer[] up = Spacing.order(y);
    double[] values = new double[x.length * y.length];
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < y.length; j++) {
        int[] place = new int[sweep.axes().size()];
        place[first] = across[i];
        place[second] = up[j];
        int point = point(place);
        Combined combined = report.combined(point, m);
        values[i * y.length + j] = combined.mean();
        marks.add(mark(point, combined));
      }
    }
    double[] xs = Arrays.stream(across).mapToDouble(i -> x[i]).toArray();
    double[] ys = Arrays.stream(up).mapToDouble(j -> y[j]).toArray();
    boolean logX = Spacing.logarithmic(xs);
    boolean logY = Spacing.logarithmic(ys);
    String quantity = m.quantity();
    String unit = report.measured().get(m);
    String method = m.method().isEmpty() ? "" : ", " + m.method();
    String name = quantity.replace('.', '-') + (method.isEmpty() ? "" : "-" + m.method());
    return new Figure(
        name,
        quantity + method,
        new Scale(label(track(first)), report.unit(track(first)), logX, Double.NaN, Double.NaN),
        new Scale(label(track(second)), report.unit(track(second)), logY, Double.NaN, Double.NaN),
        List.of(
            new Cells(
                label(quantity, unit),
                Spacing.wide(Stream.of(values), false),
                Spacing.edges(xs, logX),
                Spacing.edges(ys, logY),
                values,
                marks)));
  }

  private Mark mark(int point, Combined combined) {
    if (report.count(point, Status.FAILED) + report.count(point, Status.INVALID) > 0) {
      return Mark.FAILED;
    }
    if (report.count(point, Status.MISSING) > 0) {
      return Mark.MISSING;
    }
    return combined.diverged() > 0 ? Mark.DIVERGED : Mark.NONE;
  }
}
