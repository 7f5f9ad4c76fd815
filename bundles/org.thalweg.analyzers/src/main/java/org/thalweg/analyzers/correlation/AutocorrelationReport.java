package org.thalweg.analyzers.correlation;

import java.util.ArrayList;
import java.util.List;
import org.thalweg.analyzers.observation.TimedObserver;
import org.thalweg.analyzers.report.Columns;
import org.thalweg.analyzers.report.Results;
import org.thalweg.analyzers.report.Roles;
import org.thalweg.analyzers.report.Words;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Result;
import org.thalweg.api.analysis.Table;

/** Tables, figure and results of autocorrelation. */
final class AutocorrelationReport {
  /** Fewer save times are refused. */
  private static final int FEWEST = 20;

  private final Autocorrelation.Params p;
  private final int[] rows;
  private final List<Table> tables = new ArrayList<>();
  private final List<Result> results = new ArrayList<>();
  private final List<Figure.Layer> layers = new ArrayList<>();

  AutocorrelationReport(Autocorrelation.Params p, int[] rows) {
    this.p = p;
    this.rows = rows;
  }

  Report of(List<Observed> observed) {
    Columns summary = new Columns(observed.size() * rows.length);
    for (int i = 0; i < observed.size(); i++) {
      for (int c = 0; c < rows.length; c++) {
        add(summary, i * rows.length + c, observed.get(i), c);
      }
    }
    tables.add(
        0,
        summary
            .table("autocorrelation", "Integrated autocorrelation time, effective sample size")
            .asHeadline());
    Figure figure =
        new Figure(
            "autocorrelation",
            "Autocorrelation of coordinates, with exp(-t/tau) (dashed)",
            new Figure.Scale("lag", "time"),
            new Figure.Scale("rho", ""),
            layers);
    return new Report(tables, List.of(figure), List.of(), List.of(), results);
  }

  private void add(Columns summary, int row, Observed o, int c) {
    Histories h = Histories.of(TimedObserver.of(o), p.after(), c);
    summary.words("method", row, o.method().id()).words("variable", row, "x" + rows[c]);
    String remedy = refusal(h);
    Estimate tau = new Estimate(Double.NaN, Double.NaN);
    Estimate size = tau;
    long window = 0;
    if (remedy.isEmpty()) {
      CorrelationFunction f =
          new CorrelationFunction(
              h.values(), p.about() == Autocorrelation.About.WALKER, p.window());
      window = f.window();
      if (window > 0) {
        tau = times(f.tau(), h.spacing());
        size = f.size();
      } else {
        remedy = tooShort(f, h);
      }
      draw(o, c, f, h.spacing(), tau);
    }
    summary.put("tau", "time", row, tau).put("effective_sample_size", "", row, size);
    summary.count("window", row, window).put("spacing", "time", row, h.spacing());
    summary.count("save_times", row, h.times()).count("walkers", row, h.values().size());
    summary.count("left", row, h.left()).words("remark", row, remedy);
    String suffix = rows.length == 1 ? "" : "-x" + rows[c];
    String id = o.method().id();
    results.add(Results.of("autocorrelation-time" + suffix, id, tau, "time"));
    results.add(Results.of("effective-sample-size" + suffix, id, size, ""));
  }

  private String refusal(Histories h) {
    if (h.times() < FEWEST) {
      return h.times()
          + " save times from "
          + Words.number(p.after())
          + " on are too few; choose a smaller save.every for at least "
          + FEWEST;
    }
    if (Double.isNaN(h.spacing())) {
      return "save times are not evenly spaced; save them with save.every";
    }
    return h.values().isEmpty() ? "every walker left before the end" : "";
  }

  private String tooShort(CorrelationFunction f, Histories h) {
    return Double.isNaN(f.rho(1).value())
        ? "the coordinate does not change"
        : "longer than can be told: "
            + Words.number(f.tau().value() * h.spacing())
            + " up to half of the times, which are not "
            + Words.number(p.window())
            + " times as long; choose a longer horizon";
  }

  private static Estimate times(Estimate e, double factor) {
    return new Estimate(e.value() * factor, e.error() * factor);
  }

  private void draw(Observed o, int c, CorrelationFunction f, double spacing, Estimate tau) {
    int n = f.lags() + 1;
    double[][] curves = new double[5][n];
    Columns columns = new Columns(n);
    for (int l = 0; l < n; l++) {
      Estimate rho = f.rho(l);
      columns.put("lag", "time", l, l * spacing).put("rho", "", l, rho);
      curves[0][l] = l * spacing;
      curves[1][l] = rho.value();
      curves[2][l] = rho.value() - rho.error();
      curves[3][l] = rho.value() + rho.error();
      curves[4][l] = Math.exp(-l * spacing / tau.value());
    }
    String id = o.method().id();
    String variable = "x" + rows[c];
    Figure.Role role = Roles.of(o.method());
    String label = id + ", " + variable;
    layers.add(new Figure.Band(label, role, curves[0], curves[2], curves[3]));
    layers.add(new Figure.Line(label, role, false, false, curves[0], curves[1]));
    if (tau.value() > 0) {
      layers.add(
          new Figure.Line(
              label + ", tau " + Words.of(tau), role, true, true, curves[0], curves[4]));
    }
    tables.add(
        columns.table(
            "autocorrelation-" + id + "-" + variable,
            "Autocorrelation of " + variable + " of " + id));
  }
}
