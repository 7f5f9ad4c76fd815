package org.thalweg.analyzers.current;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.analyzers.marginal.Theory;
import org.thalweg.analyzers.observation.TimedObserver;
import org.thalweg.analyzers.report.Columns;
import org.thalweg.analyzers.report.Results;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Result;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.problem.Edge;
import org.thalweg.api.problem.Problem;

/** What is said of the current of one density, and of all of them side by side. */
final class CurrentReport {
  private final Problem problem;
  private final List<Theory> theories;
  private final MethodInfo method;
  private final TimedObserver<CurrentData> seen;

  CurrentReport(
      Problem problem,
      List<Prediction> predictions,
      MethodInfo method,
      TimedObserver<CurrentData> seen) {
    this.problem = problem;
    this.method = method;
    this.seen = seen;
    this.theories =
        predictions.stream()
            .map(q -> new Theory(q, problem))
            .filter(t -> t.gives(Quantity.STREAM_FUNCTION) || t.gives(Quantity.ENTROPY_PRODUCTION))
            .filter(t -> t.objection().isEmpty())
            .toList();
  }

  static Report all(List<CurrentReport> reports) {
    List<Table> tables = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    List<NamedArray> arrays = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    if (reports.isEmpty()) {
      return Report.EMPTY;
    }
    Columns last = new Columns(reports.size());
    for (int r = 0; r < reports.size(); r++) {
      CurrentReport report = reports.get(r);
      last.words("method", r, report.method.id());
      report.row(last, r, report.seen.size() - 1);
    }
    tables.add(last.table("current", "Current of the density at the last save time").asHeadline());
    for (CurrentReport r : reports) {
      r.add(tables, figures, arrays, results);
    }
    return new Report(tables, figures, arrays, List.of()).with(results);
  }

  private void add(
      List<Table> tables, List<Figure> figures, List<NamedArray> arrays, List<Result> results) {
    String id = method.id();
    if (seen.size() > 1) {
      Columns times = new Columns(seen.size());
      for (int i = 0; i < seen.size(); i++) {
        row(times, i, i);
      }
      tables.add(times.table("current-" + id, "Current of " + id + " at the save times"));
    }
    CurrentData data = seen.last();
    List<Theory> streams =
        theories.stream().filter(t -> t.gives(Quantity.STREAM_FUNCTION)).toList();
    compare(data, tables);
    figures.addAll(new CurrentFigures(id, data, steady(data) ? streams : List.of()).all());
    arrays(data.fields(), arrays);
    results.add(Results.of("entropy-production", id, data.production(), "1/time"));
    results.add(Results.of("largest-current", id, data.flow(), flowUnit()));
    if (!Double.isNaN(data.stream().value())) {
      results.add(Results.of("largest-stream-function", id, data.stream(), "1/time"));
    }
    for (int a = 0; a < problem.dim(); a++) {
      if (periodic(a)) {
        results.add(Results.of("net-current-" + a, id, data.net(a), "1/time"));
      }
    }
  }

  private boolean periodic(int axis) {
    return problem.domain().get(axis).lower() == Edge.PERIODIC;
  }

  /** Predictions are of the steady state. */
  private boolean steady(CurrentData data) {
    return Double.isInfinite(seen.time(seen.size() - 1))
        || data.imbalance() < 0.01 * data.stream().value();
  }

  private String flowUnit() {
    return problem.dim() == 2 ? "1/(theta time)" : "1/time";
  }

  private void row(Columns c, int row, int i) {
    CurrentData d = seen.at(i);
    c.put("time", "time", row, seen.time(i));
    c.put("entropy_production", "1/time", row, d.production());
    if (problem.dim() == 2) {
      c.put("largest_psi", "1/time", row, d.stream());
      c.put("psi_at_x0", "theta", row, d.streamAt(0)).put("psi_at_x1", "theta", row, d.streamAt(1));
    }
    c.put("largest_J", flowUnit(), row, d.flow());
    for (int a = 0; a < problem.dim(); a++) {
      c.put("J_at_x" + a, "theta", row, d.flowAt(a));
      if (periodic(a)) {
        c.put("net_current_" + a, "1/time", row, d.net(a));
      }
    }
    c.put("imbalance", "1/time", row, d.imbalance());
    c.words("note", row, note(d));
  }

  private String note(CurrentData d) {
    if (!d.flows()) {
      return "no current beyond rounding";
    }
    List<String> notes = new ArrayList<>();
    if (Double.isInfinite(d.production().value())) {
      notes.add("current without noise, probability or return");
    } else if (d.productionGrows()) {
      notes.add("entropy production grows as cells shrink: no limit seen");
    }
    if (problem.dim() == 2 && Double.isNaN(d.stream().value())) {
      boolean torus = periodic(0) && periodic(1);
      notes.add(torus && d.imbalance() < 1e-6 ? "no one psi: net current" : "no psi: not steady");
    }
    return String.join("; ", notes);
  }

  private void compare(CurrentData data, List<Table> tables) {
    if (theories.isEmpty() || !steady(data)) {
      return;
    }
    List<Row> rows = new ArrayList<>();
    for (Theory t : theories) {
      if (t.gives(Quantity.ENTROPY_PRODUCTION)) {
        CurrentFigures.answer(t, new Question.Whole())
            .ifPresent(e -> rows.add(new Row(t, "entropy production", data.production(), e[0])));
      } else if (data.fields().stream().length > 0 && data.flows()) {
        double[] place = {data.streamAt(0), data.streamAt(1)};
        Lattice psi = data.fields().corners();
        double there = psi.at(place[0], place[1]);
        Estimate found =
            new Estimate(Math.signum(there) * data.stream().value(), data.stream().error());
        CurrentFigures.answer(t, new Question.At(2, place))
            .ifPresent(e -> rows.add(new Row(t, "psi where it is largest", found, e[0])));
      }
    }
    if (rows.isEmpty()) {
      return;
    }
    Columns c = new Columns(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      c.words("quantity", i, row.quantity());
      c.put("density", "1/time", i, row.found());
      c.words("prediction", i, row.theory().id());
      c.put("predicted", "1/time", i, row.expected());
      c.put("ratio", "", i, row.found().value() / row.expected().value());
    }
    tables.add(
        c.table("current-theory-" + method.id(), "Current of " + method.id() + " and predictions"));
  }

  private record Row(Theory theory, String quantity, Estimate found, Estimate expected) {}

  private void arrays(CurrentData.Fields f, List<NamedArray> arrays) {
    int dim = f.axes().size();
    int n = f.density().length;
    int[] shape = new int[dim + 1];
    shape[0] = dim;
    double[] j = new double[dim * n];
    for (int a = 0; a < dim; a++) {
      shape[a + 1] = f.axes().get(a).cells();
      System.arraycopy(f.current()[a], 0, j, a * n, n);
    }
    arrays.add(
        new NamedArray(
            "current-" + method.id(),
            shape,
            j,
            "J at the centres of the finer grid's cells: component, then the cell axis by axis"));
    if (f.stream().length > 0) {
      arrays.add(
          new NamedArray(
              "stream-function-" + method.id(),
              new int[] {shape[1] + 1, shape[2] + 1},
              f.stream(),
              "psi at the corners of the finer grid's cells, axis by axis"));
    }
  }
}
