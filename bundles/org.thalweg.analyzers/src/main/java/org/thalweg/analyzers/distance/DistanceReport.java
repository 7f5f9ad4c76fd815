package org.thalweg.analyzers.distance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.analyzers.marginal.AxisData;
import org.thalweg.analyzers.marginal.Bins;
import org.thalweg.analyzers.marginal.Masses;
import org.thalweg.analyzers.marginal.Theory;
import org.thalweg.analyzers.observation.Matching;
import org.thalweg.analyzers.observation.PairObserver;
import org.thalweg.analyzers.observation.TimedObserver;
import org.thalweg.analyzers.report.Columns;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Prediction;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Result;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.problem.Problem;

/** The table of distances. */
final class DistanceReport {
  /** With more rows the table is for files. */
  private static final int MOST_ON_SCREEN = 12;

  private final Problem problem;
  private final Bins bins;
  private final int axis;
  private final List<Theory> theories;
  private final List<Row> rows = new ArrayList<>();

  DistanceReport(Problem problem, Bins bins, int axis, List<Prediction> predictions) {
    this.problem = problem;
    this.bins = bins;
    this.axis = axis;
    this.theories =
        predictions.stream()
            .map(q -> new Theory(q, problem))
            .filter(t -> t.objection().isEmpty())
            .toList();
  }

  private record Row(
      String left, String right, double time, String what, Distances.Distance d, String note) {}

  /** What the analyzer's pair of observers saw of a method. */
  private record Seen(Observed observed, TimedObserver<AxisData> axis, JointDensity joint) {
    @SuppressWarnings("unchecked") // the observer is the one that the analyzer made
    static Seen of(Observed o) {
      PairObserver<TimedObserver<AxisData>, TimedObserver<JointDensity>> pair =
          (PairObserver<TimedObserver<AxisData>, TimedObserver<JointDensity>>) o.observer();
      return new Seen(o, pair.first(), pair.second().last());
    }

    String id() {
      return observed.method().id();
    }

    boolean steady() {
      return Double.isInfinite(lastTime());
    }

    double lastTime() {
      return axis.time(axis.size() - 1);
    }
  }

  Report of(List<Observed> observed) {
    compareAll(observed);
    return Report.of(table()).with(results());
  }

  private List<Result> results() {
    List<Result> results = new ArrayList<>();
    for (Row r : rows) {
      if (r.d != Distances.Distance.NONE) {
        String unit = r.what.startsWith("wasserstein") ? "theta" : "";
        results.add(new Result(r.what, r.left + " vs " + r.right, r.d.value(), r.d.error(), unit));
      }
    }
    return results;
  }

  private void compareAll(List<Observed> observed) {
    List<Seen> seen = observed.stream().filter(o -> !empty(o)).map(Seen::of).toList();
    for (int i = 0; i < seen.size(); i++) {
      for (int j = i + 1; j < seen.size(); j++) {
        compare(seen.get(i), seen.get(j));
      }
    }
    for (Seen s : seen) {
      for (Theory t : theories) {
        compare(s, t);
      }
    }
  }

  private Table table() {
    Columns columns = new Columns(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Row r = rows.get(i);
      columns.words("left", i, r.left).words("right", i, r.right).words("distance", i, r.what);
      columns.put("time", "time", i, r.time);
      String unit = "";
      columns.put("value", unit, i, r.d.value());
      columns.put("value_error", unit, i, r.d.error());
      columns.put("under_null", unit, i, r.d.underNull());
      columns.put("theory_allows", unit, i, r.d.allowed());
      columns.words("note", i, r.note);
    }
    Table table = columns.table("distances", "Distances of the marginals along axis " + axis);
    return rows.size() <= MOST_ON_SCREEN ? table.asHeadline() : table;
  }

  private static boolean empty(Observed o) {
    return ((PairObserver<?, ?>) o.observer()).first() instanceof TimedObserver<?> t
        && t.size() == 0;
  }

  private void compare(Seen a, Seen b) {
    Optional<Matching.Pair> match =
        Matching.last(a.observed.method(), a.axis, b.observed.method(), b.axis);
    if (match.isPresent()) {
      Matching.Pair at = match.get();
      compare(a, at.left(), b, at.right(), "");
    } else if (a.steady() != b.steady()) {
      compare(a, a.axis.size() - 1, b, b.axis.size() - 1, "against the steady state");
    } else {
      String why = Matching.nothing(a.axis, b.axis);
      rows.add(new Row(a.id(), b.id(), Double.NaN, "none", Distances.Distance.NONE, why));
    }
  }

  private void compare(Seen a, int i, Seen b, int j, String note) {
    double time = Math.min(a.axis.time(i), b.axis.time(j));
    marginals(a.id(), b.id(), time, a.axis.at(i).masses(bins), b.axis.at(j).masses(bins), note);
    // Joint densities are kept of the last times alone.
    boolean last = i == a.axis.size() - 1 && j == b.axis.size() - 1;
    if (a.joint.present() && b.joint.present() && last) {
      Optional<Distances.Distance> joint = a.joint.from(b.joint);
      rows.add(
          new Row(
              a.id(),
              b.id(),
              time,
              "total-variation-joint",
              joint.orElse(Distances.Distance.NONE),
              joint.isPresent() ? note : "the densities are on different grids"));
    }
  }

  private void compare(Seen s, Theory t) {
    if (axis == 0 && t.gives(Quantity.LOG_FLOOR_MARGINAL)) {
      Masses left = s.axis.last().masses(bins);
      Masses right = t.masses(s.observed.method().dynamics(), bins);
      marginals(s.id(), t.id(), s.lastTime(), left, right, "");
    }
    if (problem.dim() == 2 && t.gives(Quantity.LOG_DENSITY) && s.joint.present()) {
      rows.add(new Row(s.id(), t.id(), s.lastTime(), "total-variation-joint", s.joint.from(t), ""));
    }
  }

  private void marginals(String left, String right, double time, Masses a, Masses b, String note) {
    Distances d = new Distances(a, b);
    rows.add(new Row(left, right, time, "total-variation", d.totalVariation(), note));
    rows.add(new Row(left, right, time, "kolmogorov-smirnov", d.kolmogorovSmirnov(), note));
    String unit = note.isEmpty() ? "in units of theta" : "in units of theta; " + note;
    rows.add(new Row(left, right, time, "wasserstein-1", d.wasserstein(), unit));
  }
}
