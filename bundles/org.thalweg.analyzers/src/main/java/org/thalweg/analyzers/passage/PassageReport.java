package org.thalweg.analyzers.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.analyzers.report.Columns;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.Judgement;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Result;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.method.Dynamics;

/** Tables, figures and results of first passages. */
final class PassageReport {
  private static final int ROWS = 201;

  private final List<String> names;
  private final boolean keepTimes;
  private final Optional<StartPlaces> remembered;

  /**
   * A report.
   *
   * @param names the names of the regions
   * @param keepTimes whether to keep every walker's time
   * @param remembered where walkers began, for densities whose start is no product
   */
  PassageReport(List<String> names, boolean keepTimes, Optional<StartPlaces> remembered) {
    this.names = names;
    this.keepTimes = keepTimes;
    this.remembered = remembered;
  }

  Report of(List<Passages> passages, List<DensityPassages> densities, List<Judgement> judgements) {
    List<Table> tables = new ArrayList<>();
    tables.add(headline(passages, densities));
    tables.add(details(passages, densities));
    tables.add(splitting(passages, densities));
    passages.forEach(p -> tables.add(survival(p)));
    List<NamedArray> arrays = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    for (Passages p : passages) {
      if (keepTimes) {
        arrays.add(times(p));
      }
      results.addAll(results(p));
    }
    for (DensityPassages d : densities) {
      results.addAll(results(d));
    }
    List<Figure> figures = new ArrayList<>();
    if (!passages.isEmpty()) {
      figures.add(
          new SurvivalFigure(passages.stream().map(p -> p.method()).toList())
              .of(
                  "first-passage-survival",
                  "Walkers that have not passed, with 95 % intervals",
                  passages.stream().map(Passages::byTime).toList()));
    }
    for (DensityPassages d : densities) {
      PassageMap.of(d, names.size() > 1).ifPresent(figures::add);
    }
    return new Report(tables, figures, arrays, judgements).with(results);
  }

  private Table headline(List<Passages> passages, List<DensityPassages> densities) {
    Columns c = new Columns(passages.size() + densities.size());
    for (int i = 0; i < passages.size(); i++) {
      Passages p = passages.get(i);
      Survival s = p.byTime();
      c.words("method", i, p.method().id());
      c.count("walkers", i, s.walkers());
      c.count("passed", i, s.events());
      c.count("still_out", i, p.seen().count(PassageRecorder.OUT));
      c.count("absorbed", i, p.seen().count(PassageRecorder.ABSORBED));
      c.count("diverged", i, p.seen().diverged());
      c.put("mean", "time", i, mean(s));
      c.put("restricted_mean", "time", i, s.restrictedMean());
      c.put("median", "time", i, s.quantile(0.5));
    }
    for (int i = 0; i < densities.size(); i++) {
      int row = passages.size() + i;
      c.words("method", row, densities.get(i).method().id());
      c.put("mean", "time", row, densities.get(i).fields().mean(remembered));
    }
    return c.table(
            "first-passage",
            "First passage times: mean (where all have passed), mean of the time or the horizon,"
                + " whichever is sooner (restricted), and median")
        .asHeadline();
  }

  /** The mean of all, where nobody was lost. */
  private static Estimate mean(Survival s) {
    return s.complete() ? s.restrictedMean() : new Estimate(Double.NaN, Double.NaN);
  }

  private Table details(List<Passages> passages, List<DensityPassages> densities) {
    Columns c = new Columns(passages.size() + densities.size());
    for (int i = 0; i < passages.size(); i++) {
      Passages p = passages.get(i);
      Survival s = p.byTime();
      c.words("method", i, p.method().id());
      interval(c, "mean", "time", i, mean(s));
      c.put("standard_deviation", "time", i, s.deviation());
      c.put("change_by_moved_bounds", "time", i, p.betweenSteps());
      c.put("horizon", "time", i, s.end());
      interval(c, "restricted_mean", "time", i, s.restrictedMean());
      double[] median = s.interval(0.5);
      c.put("median", "time", i, s.quantile(0.5));
      c.put("median_low", "time", i, median[0]);
      c.put("median_high", "time", i, median[1]);
      PoissonRate rate = new PoissonRate(s.events(), s.total());
      c.put("rate_if_exponential", "1/time", i, new Estimate(rate.value(), rate.error()));
      c.put("rate_if_exponential_low", "1/time", i, rate.low());
      c.put("rate_if_exponential_high", "1/time", i, rate.high());
      if (p.method().dynamics().kind() == Dynamics.Kind.DISCRETE_SGD) {
        interval(c, "mean_steps", "steps", i, mean(p.bySteps()));
        interval(c, "restricted_mean_steps", "steps", i, p.bySteps().restrictedMean());
        c.put("median_steps", "steps", i, p.bySteps().quantile(0.5));
      }
    }
    for (int i = 0; i < densities.size(); i++) {
      int row = passages.size() + i;
      PassageFields fields = densities.get(i).fields();
      c.words("method", row, densities.get(i).method().id());
      Estimate mean = fields.mean(remembered);
      c.put("mean", "time", row, mean);
      c.put("mean_low", "time", row, mean.value() - mean.error());
      c.put("mean_high", "time", row, mean.value() + mean.error());
      c.put("standard_deviation", "time", row, fields.deviation(remembered).value());
      c.words("failure", row, fields.failure());
    }
    return c.table(
        "first-passage-details",
        "First passage times with 95 % intervals: mean (where all have passed), mean of the time or"
            + " the horizon, whichever is sooner (restricted), median, and passages over time at"
            + " risk (the rate, if times are exponential); for densities the mean by the backward"
            + " equation with the error of its grid");
  }

  private static void interval(Columns c, String name, String unit, int row, Estimate e) {
    c.put(name, unit, row, e);
    c.put(name + "_low", unit, row, e.value() - Survival.Z95 * e.error());
    c.put(name + "_high", unit, row, e.value() + Survival.Z95 * e.error());
  }

  private Table splitting(List<Passages> passages, List<DensityPassages> densities) {
    Columns c = new Columns((passages.size() + densities.size()) * names.size());
    int row = 0;
    for (Passages p : passages) {
      for (int g = 0; g < names.size(); g++) {
        double[] times = p.into(g);
        c.words("method", row, p.method().id());
        c.words("region", row, names.get(g));
        c.count("first_here", row, times.length);
        proportion(c, "of_all", row, Proportion.of(times.length, p.byTime().walkers()));
        proportion(c, "of_passed", row, Proportion.of(times.length, p.byTime().events()));
        c.put("mean_time_of_these", "time", row, sampleMean(times));
        row++;
      }
    }
    for (DensityPassages d : densities) {
      for (int g = 0; g < names.size(); g++) {
        Estimate e = d.fields().hitting(g, remembered);
        c.words("method", row, d.method().id());
        c.words("region", row, names.get(g));
        proportion(
            c,
            "of_all",
            row,
            new Proportion(e.value(), e.value() - e.error(), e.value() + e.error()));
        row++;
      }
    }
    return c.table(
        "first-passage-regions",
        "Where walkers passed first: parts of all walkers by the horizon, and of those that passed,"
            + " with 95 % intervals (Wilson); for densities the probability, however late, with the"
            + " error of its grid");
  }

  private static void proportion(Columns c, String name, int row, Proportion p) {
    c.put(name, "", row, p.value());
    c.put(name + "_low", "", row, p.low());
    c.put(name + "_high", "", row, p.high());
  }

  private static Estimate sampleMean(double[] times) {
    return new Survival(times, new double[0]).restrictedMean();
  }

  private static Table survival(Passages p) {
    Survival s = p.byTime();
    Columns c = new Columns(ROWS);
    for (int i = 0; i < ROWS; i++) {
      double t = s.end() * i / (ROWS - 1);
      int j = s.indexAt(t);
      c.put("time", "time", i, t);
      c.put("survival", "", i, s.alive(j));
      c.put("survival_low", "", i, s.low(j));
      c.put("survival_high", "", i, s.high(j));
    }
    return c.table(
        "first-passage-survival-" + p.method().id(),
        "Part of "
            + p.method().id()
            + " that has not passed, by Kaplan and Meier, with 95 % intervals");
  }

  private NamedArray times(Passages p) {
    int n = p.seen().walkers();
    double[] values = new double[3 * n];
    for (int w = 0; w < n; w++) {
      boolean passed = p.seen().fate(w) >= 0;
      values[3 * w] = p.seen().time(w);
      values[3 * w + 1] = p.seen().steps(w);
      values[3 * w + 2] = passed ? p.seen().fate(w) : Double.NaN;
    }
    return new NamedArray(
        "first-passage-" + p.method().id(),
        new int[] {n, 3},
        values,
        "for each walker of "
            + p.method().id()
            + " the time and the number of steps until it passed or was lost, and the number of the"
            + " region that it passed into ("
            + String.join(", ", names)
            + "), not-a-number if it was lost");
  }

  private List<Result> results(Passages p) {
    String id = p.method().id();
    Survival s = p.byTime();
    List<Result> out = new ArrayList<>();
    out.add(result("mean-first-passage-time", id, mean(s), "time"));
    out.add(result("restricted-mean-first-passage-time", id, s.restrictedMean(), "time"));
    double[] median = s.interval(0.5);
    out.add(
        new Result(
            "median-first-passage-time",
            id,
            s.quantile(0.5),
            (median[1] - median[0]) / 2 / Survival.Z95,
            "time"));
    Proportion passed = Proportion.of(s.events(), s.walkers());
    out.add(new Result("passed-fraction", id, passed.value(), passed.error(), ""));
    for (int g = 0; names.size() > 1 && g < names.size(); g++) {
      Proportion part = Proportion.of(p.seen().count((byte) g), s.walkers());
      out.add(new Result("first-in-" + names.get(g), id, part.value(), part.error(), ""));
    }
    return out;
  }

  private List<Result> results(DensityPassages d) {
    String id = d.method().id();
    List<Result> out = new ArrayList<>();
    out.add(result("mean-first-passage-time", id, d.fields().mean(remembered), "time"));
    for (int g = 0; names.size() > 1 && g < names.size(); g++) {
      out.add(result("first-in-" + names.get(g), id, d.fields().hitting(g, remembered), ""));
    }
    return out;
  }

  private static Result result(String quantity, String id, Estimate e, String unit) {
    return new Result(quantity, id, e.value(), e.error(), unit);
  }
}
