package org.thalweg.analyzers.passage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.thalweg.analyzers.report.Columns;
import org.thalweg.analyzers.report.Results;
import org.thalweg.analyzers.report.Roles;
import org.thalweg.analyzers.report.Words;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Result;
import org.thalweg.api.analysis.Table;

/** Table, figure and results of escapes. */
final class EscapeReport {
  private final OptionalDouble relaxation;
  private final List<DensityPassages> densities;

  EscapeReport(OptionalDouble relaxation, List<DensityPassages> densities) {
    this.relaxation = relaxation;
    this.densities = densities;
  }

  /** One over the mean time from the start; its distance from one over the deviation as error. */
  private static Estimate rate(DensityPassages d) {
    double mean = d.fields().mean(Optional.empty()).value();
    double deviation = d.fields().deviation(Optional.empty()).value();
    return new Estimate(1 / mean, Math.abs(1 / deviation - 1 / mean));
  }

  Report of(List<Observed> observed) {
    List<String> labels = new ArrayList<>();
    List<MethodInfo> methods = new ArrayList<>();
    List<Occurrences> seen = new ArrayList<>();
    for (Observed o : observed) {
      TransitionRecorder r = (TransitionRecorder) o.paths().orElseThrow();
      methods.add(o.method());
      labels.add("well to target");
      seen.add(r.escapes());
      if (r.returns()) {
        methods.add(o.method());
        labels.add("target to well");
        seen.add(r.comebacks());
      }
    }
    List<Figure.Layer> layers = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < seen.size(); i++) {
      boolean escape = labels.get(i).startsWith("well");
      PoissonRate rate = seen.get(i).rate(seen.get(i).relaxed(relaxation));
      results.add(
          new Result(
              escape ? "escape-rate" : "return-rate",
              methods.get(i).id(),
              rate.value(),
              rate.error(),
              "1/time"));
      if (escape) {
        draw(layers, methods.get(i), seen.get(i));
      }
    }
    for (DensityPassages d : densities) {
      results.add(Results.of("escape-rate", d.method().id(), rate(d), "1/time"));
    }
    Figure figure =
        new Figure(
            "escape-survival",
            "Logarithm of the fraction still in the well, with constant rates dashed",
            new Figure.Scale("t", "time"),
            new Figure.Scale("ln S(t)", ""),
            layers);
    return new Report(
            List.of(table(methods, labels, seen)),
            seen.isEmpty() ? List.of() : List.of(figure),
            List.of(),
            List.of())
        .with(results);
  }

  private Table table(List<MethodInfo> methods, List<String> labels, List<Occurrences> seen) {
    Columns c = new Columns(seen.size() + densities.size());
    for (int i = 0; i < seen.size(); i++) {
      Occurrences s = seen.get(i);
      int from = s.relaxed(relaxation);
      PoissonRate rate = s.rate(from);
      c.words("method", i, methods.get(i).id());
      c.words("transition", i, labels.get(i));
      c.put("relaxation", "time", i, from * s.width());
      c.count("events", i, rate.events());
      c.put("time_at_risk", "time", i, rate.exposure());
      c.put("rate", "1/time", i, new Estimate(rate.value(), rate.error()));
      c.put("rate_low", "1/time", i, rate.low());
      c.put("rate_high", "1/time", i, rate.high());
      c.put("p_constant", "", i, s.constancy(from));
      if (labels.get(i).startsWith("well")) {
        double start = from * s.width();
        c.put("amplitude", "", i, Math.exp(rate.value() * start - s.cumulative()[from]));
      }
    }
    for (int i = 0; i < densities.size(); i++) {
      int row = seen.size() + i;
      Estimate e = rate(densities.get(i));
      c.words("method", row, densities.get(i).method().id());
      c.words("transition", row, "well to target");
      c.put("rate", "1/time", row, e);
      c.put("rate_low", "1/time", row, e.value() - e.error());
      c.put("rate_high", "1/time", row, e.value() + e.error());
    }
    return c.table(
            "escape-rate",
            "Rates of escape with exact 95 % intervals, the probability of so uneven a rate if it"
                + " is constant, and the amplitude of the exponential part of S(t)")
        .asHeadline();
  }

  private void draw(List<Figure.Layer> layers, MethodInfo method, Occurrences s) {
    double[] h = s.cumulative();
    double[] v = s.variance();
    int n = h.length;
    while (n > 1 && Double.isNaN(h[n - 1])) {
      n--;
    }
    double[] t = Arrays.copyOf(s.times(), n);
    double[] low = new double[n];
    double[] high = new double[n];
    double[] log = new double[n];
    for (int i = 0; i < n; i++) {
      double error = Survival.Z95 * Math.sqrt(v[i]);
      log[i] = -h[i];
      low[i] = -h[i] - error;
      high[i] = Math.min(0, error - h[i]);
    }
    int from = Math.min(s.relaxed(relaxation), n - 1);
    PoissonRate rate = s.rate(from);
    double[] ends = {t[from], t[n - 1]};
    double[] line = {-h[from], -h[from] - rate.value() * (t[n - 1] - t[from])};
    layers.add(new Figure.Band(method.id(), Roles.of(method), t, low, high));
    layers.add(new Figure.Line(method.id(), Roles.of(method), false, false, t, log));
    layers.add(
        new Figure.Line(
            method.id() + ", rate " + Words.of(new Estimate(rate.value(), rate.error())),
            Roles.of(method),
            true,
            false,
            ends,
            line));
  }
}
