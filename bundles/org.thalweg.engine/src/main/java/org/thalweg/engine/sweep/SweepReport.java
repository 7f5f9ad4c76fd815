package org.thalweg.engine.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Result;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.analysis.Table.Column;
import org.thalweg.params.JsonNode;

/**
 * What came of a sweep, as tables: {@code points}, one row for each point; {@code results}, one row
 * for each point, method and quantity; {@code summary}, replicas combined.
 *
 * <p>Every point stands in every table, whatever became of it: where it has no number the value is
 * not-a-number and the status says why. See {@link Combined} for how replicas are combined.
 */
public final class SweepReport {
  /** The fact that counts walkers lost to divergence. */
  static final String DIVERGED = "diverged";

  /** What became of a point. */
  public enum Status {
    /** Everything was done. */
    COMPLETED,
    /** A method or an analyzer failed. */
    FAILED,
    /** Its experiment is not valid. */
    INVALID,
    /** It has not been run. */
    MISSING;

    /**
     * The status as it stands in tables.
     *
     * @return the name in lower case
     */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A column of the results: what was measured with which method. */
  record Measured(String method, String quantity) {}

  private final SweepPlan plan;
  private final Sweep sweep;
  private final List<Optional<PointResult>> results;
  private final List<Status> statuses = new ArrayList<>();
  private final Map<Measured, String> units = new LinkedHashMap<>();
  private final List<Map<Measured, Result>> numbers = new ArrayList<>();

  /**
   * A report.
   *
   * @param plan the sweep's points
   * @param finished what came of points, by key
   */
  public SweepReport(SweepPlan plan, Map<String, PointResult> finished) {
    this.plan = plan;
    this.sweep = plan.sweep();
    results =
        plan.points().stream().map(p -> Optional.ofNullable(finished.get(p.keyText()))).toList();
    for (int i = 0; i < results.size(); i++) {
      statuses.add(status(plan.points().get(i), results.get(i)));
      Map<Measured, Result> own = new LinkedHashMap<>();
      for (Result r : results.get(i).map(PointResult::results).orElse(List.of())) {
        Measured measured = new Measured(r.method(), r.quantity());
        own.put(measured, r);
        units.putIfAbsent(measured, r.unit());
      }
      numbers.add(own);
    }
  }

  private static Status status(PlannedPoint point, Optional<PointResult> result) {
    if (!point.valid()) {
      return Status.INVALID;
    }
    return result.map(r -> r.completed() ? Status.COMPLETED : Status.FAILED).orElse(Status.MISSING);
  }

  Sweep sweep() {
    return sweep;
  }

  /** The unit of a place that is varied. */
  String unit(SweepAxis.Track track) {
    return plan.units().get(sweep.tracks().indexOf(track));
  }

  List<MethodInfo> methods() {
    return plan.methods();
  }

  /** What was measured, in the order in which the points name it, with its unit. */
  Map<Measured, String> measured() {
    return units;
  }

  /**
   * The number of points with a status.
   *
   * @param status the status
   * @return replicas counted
   */
  public int count(Status status) {
    return (int) statuses.stream().filter(s -> s == status).count();
  }

  /**
   * The number of points with walkers that diverged.
   *
   * @return replicas counted
   */
  public int countDiverged() {
    int count = 0;
    for (int i = 0; i < numbers.size(); i++) {
      count += diverged(i) > 0 ? 1 : 0;
    }
    return count;
  }

  private long diverged(int i) {
    return diverged(i, "");
  }

  /** The walkers of a method that diverged, or of all methods without a name. */
  private long diverged(int i, String method) {
    double sum = 0;
    for (Map.Entry<Measured, Result> e : numbers.get(i).entrySet()) {
      boolean counts = method.isEmpty() || method.equals(e.getKey().method());
      if (counts && e.getKey().quantity().equals(DIVERGED)) {
        sum += e.getValue().value();
      }
    }
    return (long) sum;
  }

  /**
   * All points, with their seeds and what became of them.
   *
   * @return one row for each point
   */
  public Table points() {
    int n = results.size();
    List<Integer> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      rows.add(i);
    }
    List<Column> columns = places(rows);
    columns.add(words("status", rows, i -> statuses.get(i).word()));
    columns.add(counts(DIVERGED, rows, this::diverged));
    columns.add(counts("point_seed", rows, i -> plan.points().get(i).key().seed()));
    columns.add(words("key", rows, i -> plan.points().get(i).keyText()));
    columns.add(words("message", rows, this::message));
    return new Table("points", "The points of the sweep", columns);
  }

  private String message(int i) {
    PlannedPoint point = plan.points().get(i);
    if (!point.valid()) {
      return String.join("; ", point.findings().stream().map(Object::toString).toList());
    }
    return results.get(i).map(PointResult::failure).orElse("");
  }

  /**
   * All numbers.
   *
   * @return one row for each point, method and quantity
   */
  public Table results() {
    List<Integer> rows = new ArrayList<>();
    List<Measured> what = new ArrayList<>();
    for (int i = 0; i < results.size(); i++) {
      for (Measured m : units.keySet()) {
        rows.add(i);
        what.add(m);
      }
    }
    List<Column> columns = places(rows);
    double[] values = new double[rows.size()];
    double[] errors = new double[rows.size()];
    for (int row = 0; row < rows.size(); row++) {
      Result r = numbers.get(rows.get(row)).get(what.get(row));
      values[row] = r == null ? Double.NaN : r.value();
      errors[row] = r == null ? Double.NaN : r.error();
    }
    columns.add(new Table.Words("method", what.stream().map(Measured::method).toList()));
    columns.add(new Table.Words("quantity", what.stream().map(Measured::quantity).toList()));
    columns.add(new Table.Numbers("value", "", values));
    columns.add(new Table.Numbers("error", "", errors));
    columns.add(new Table.Words("unit", what.stream().map(units::get).toList()));
    columns.add(words("status", rows, i -> statuses.get(i).word()));
    return new Table("results", "Every number of every point, with one standard error", columns);
  }

  /** The replicas of a grid point combined. */
  Combined combined(int point, Measured measured) {
    List<Result> own = new ArrayList<>();
    long lost = 0;
    for (int i = point * sweep.replicas(); i < (point + 1) * sweep.replicas(); i++) {
      if (statuses.get(i) == Status.COMPLETED && numbers.get(i).containsKey(measured)) {
        own.add(numbers.get(i).get(measured));
      }
      lost += diverged(i, measured.method());
    }
    return Combined.of(own, sweep.replicas() - own.size(), lost);
  }

  /** How many replicas of a grid point have a status. */
  int count(int point, Status status) {
    int count = 0;
    for (int i = point * sweep.replicas(); i < (point + 1) * sweep.replicas(); i++) {
      count += statuses.get(i) == status ? 1 : 0;
    }
    return count;
  }

  /**
   * The replicas combined.
   *
   * @return one row for each grid point, method and quantity
   */
  public Table summary() {
    List<Integer> rows = new ArrayList<>();
    List<Measured> what = new ArrayList<>();
    List<Combined> numbersOf = new ArrayList<>();
    for (int point = 0; point < sweep.gridPoints(); point++) {
      for (Measured m : units.keySet()) {
        rows.add(point * sweep.replicas());
        what.add(m);
        numbersOf.add(combined(point, m));
      }
    }
    List<Column> columns = places(rows);
    columns.remove(1); // replicas stand together here
    columns.add(new Table.Words("method", what.stream().map(Measured::method).toList()));
    columns.add(new Table.Words("quantity", what.stream().map(Measured::quantity).toList()));
    columns.add(numbers("mean", numbersOf, Combined::mean));
    columns.add(numbers("error", numbersOf, Combined::error));
    columns.add(numbers("scatter_error", numbersOf, Combined::scatterError));
    columns.add(numbers("own_error", numbersOf, Combined::ownError));
    columns.add(new Table.Words("unit", what.stream().map(units::get).toList()));
    columns.add(counts("replicas", numbersOf, Combined::used));
    columns.add(counts("not_finite", numbersOf, Combined::notFinite));
    columns.add(counts("absent", numbersOf, Combined::absent));
    columns.add(counts(DIVERGED, numbersOf, Combined::diverged));
    return new Table("summary", "Means over replicas, " + Combined.FORMULA, columns);
  }

  /** The columns that say which point a row is about. */
  private List<Column> places(List<Integer> rows) {
    List<Column> columns = new ArrayList<>();
    columns.add(counts("point", rows, i -> plan.points().get(i).point()));
    columns.add(counts("replica", rows, i -> plan.points().get(i).replica()));
    List<List<JsonNode>> coordinates = new ArrayList<>();
    for (int p = 0; p < sweep.gridPoints(); p++) {
      coordinates.add(sweep.coordinates(p));
    }
    List<SweepAxis.Track> tracks = sweep.tracks();
    for (int t = 0; t < tracks.size(); t++) {
      int at = t;
      columns.add(
          Coordinates.column(
              tracks.get(t),
              plan.units().get(t),
              rows.stream()
                  .map(i -> coordinates.get(plan.points().get(i).point()).get(at))
                  .toList()));
    }
    return columns;
  }

  private static <T> Column words(String name, List<T> rows, Function<T, String> cell) {
    return new Table.Words(name, rows.stream().map(cell).toList());
  }

  private static <T> Column counts(String name, List<T> rows, ToLongFunction<T> cell) {
    return new Table.Counts(name, rows.stream().mapToLong(cell).toArray());
  }

  private static <T> Column numbers(String name, List<T> rows, ToDoubleFunction<T> cell) {
    return new Table.Numbers(name, "", rows.stream().mapToDouble(cell).toArray());
  }
}
