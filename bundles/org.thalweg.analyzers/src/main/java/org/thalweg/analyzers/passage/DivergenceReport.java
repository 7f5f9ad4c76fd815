package org.thalweg.analyzers.passage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.thalweg.analyzers.report.Columns;
import org.thalweg.analyzers.report.Roles;
import org.thalweg.analyzers.report.Words;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Result;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.problem.Problem;

/** Tables, figure and results of divergence. */
final class DivergenceReport {
  private static final int ROWS = 201;

  private final Problem problem;

  DivergenceReport(Problem problem) {
    this.problem = problem;
  }

  Report of(List<Observed> observed) {
    List<Table> tables = new ArrayList<>();
    List<Figure.Layer> layers = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    tables.add(summary(observed));
    for (Observed o : observed) {
      tables.add(overTime(o, layers));
      PassageRecorder r = seen(o);
      Proportion part = Proportion.of(diverged(r).length, r.walkers());
      results.add(new Result("diverged-fraction", o.method().id(), part.value(), part.error(), ""));
    }
    // where nobody has diverged, the interval is seen against the whole
    boolean some = observed.stream().anyMatch(o -> diverged(seen(o)).length > 0);
    Figure figure =
        new Figure(
            "divergence",
            "Diverged walkers, cut-off "
                + Words.number(problem.divergence().cutoff())
                + ", with 95 % intervals",
            new Figure.Scale("t", "time"),
            some
                ? new Figure.Scale("fraction diverged", "")
                : new Figure.Scale("fraction diverged", "", false, -0.03, 1.03),
            layers);
    return new Report(tables, List.of(figure), List.of(), List.of()).with(results);
  }

  private static PassageRecorder seen(Observed o) {
    return (PassageRecorder) o.paths().orElseThrow();
  }

  /** The times of divergence, rising. */
  private static double[] diverged(PassageRecorder r) {
    double[] out = new double[r.walkers()];
    int n = 0;
    for (int w = 0; w < r.walkers(); w++) {
      if (r.fate(w) == PassageRecorder.DIVERGED || r.fate(w) == PassageRecorder.NOT_FINITE) {
        out[n++] = r.time(w);
      }
    }
    out = Arrays.copyOf(out, n);
    Arrays.sort(out);
    return out;
  }

  private Table summary(List<Observed> observed) {
    Columns c = new Columns(observed.size());
    for (int i = 0; i < observed.size(); i++) {
      PassageRecorder r = seen(observed.get(i));
      double[] times = diverged(r);
      c.words("method", i, observed.get(i).method().id());
      c.count("walkers", i, r.walkers());
      c.count("diverged", i, times.length);
      c.count("of_these_not_finite", i, r.count(PassageRecorder.NOT_FINITE));
      c.count("absorbed", i, r.count(PassageRecorder.ABSORBED));
      put(c, i, Proportion.of(times.length, r.walkers()));
      if (times.length > 0) {
        c.put("first", "time", i, times[0]);
        c.put("median_of_diverged", "time", i, times[(times.length - 1) / 2]);
        c.put("last", "time", i, times[times.length - 1]);
      }
      c.put("cutoff", "theta", i, problem.divergence().cutoff());
      c.put("horizon", "time", i, problem.horizon());
    }
    return c.table("divergence", "Diverged walkers at the horizon, and when").asHeadline();
  }

  private static void put(Columns c, int row, Proportion part) {
    c.put("fraction", "", row, part.value());
    c.put("fraction_low", "", row, part.low());
    c.put("fraction_high", "", row, part.high());
  }

  private Table overTime(Observed o, List<Figure.Layer> layers) {
    PassageRecorder r = seen(o);
    double[] times = diverged(r);
    Columns c = new Columns(ROWS);
    double[][] curves = new double[4][ROWS];
    int n = 0;
    for (int i = 0; i < ROWS; i++) {
      double t = problem.horizon() * i / (ROWS - 1);
      while (n < times.length && times[n] <= t * (1 + 1e-12)) {
        n++;
      }
      Proportion part = Proportion.of(n, r.walkers());
      c.put("time", "time", i, t);
      c.count("diverged", i, n);
      put(c, i, part);
      curves[0][i] = t;
      curves[1][i] = part.low();
      curves[2][i] = part.high();
      curves[3][i] = part.value();
    }
    String id = o.method().id();
    layers.add(new Figure.Band(id, Roles.of(o.method()), curves[0], curves[1], curves[2]));
    layers.add(new Figure.Line(id, Roles.of(o.method()), false, false, curves[0], curves[3]));
    return c.table("divergence-" + id, "Diverged walkers of " + id + " over time");
  }
}
