package org.thalweg.analyzers.tail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
import org.thalweg.api.problem.Problem;

/** Tables, Hill plot and results of tail exponents. */
final class TailReport {
  /** The places of a Hill plot, evenly spaced in the logarithm of k. */
  private static final int PLACES = 200;

  /** Fewer points say nothing in a plot. */
  private static final int FEW = 5;

  private final Problem problem;
  private final long given;
  private final String symbol;

  /**
   * A report.
   *
   * @param problem the problem
   * @param given the number of points that make the tail, 0 to choose it
   * @param symbol what has the tail
   */
  TailReport(Problem problem, long given, String symbol) {
    this.problem = problem;
    this.given = given;
    this.symbol = symbol;
  }

  Report of(List<Observed> observed) {
    Columns summary = new Columns(observed.size());
    List<Table> tables = new ArrayList<>();
    List<Result> results = new ArrayList<>();
    List<Figure.Layer> layers = new ArrayList<>();
    for (int i = 0; i < observed.size(); i++) {
      Observed o = observed.get(i);
      String id = o.method().id();
      TimedObserver<TailSample> seen = TimedObserver.of(o);
      TailSample sample = new TailSample();
      for (int t = 0; t < seen.size(); t++) {
        sample.merge(seen.at(t));
      }
      HillEstimator hill = new HillEstimator(sample.distances());
      int k = given == 0 ? hill.chosen() : (int) Math.min(given, hill.most());
      summary.words("method", i, id);
      TailShape shape = k > 0 ? hill.shape(k) : new TailShape(Double.NaN, Double.NaN);
      if (k > 0) {
        summary.put("alpha", "", i, hill.alpha(k));
        summary.put("alpha_from_quantiles", "", i, hill.fromQuantiles(k));
        summary.put("threshold", "theta", i, hill.threshold(k));
        summary.put("over_exponential", "s.e.", i, shape.overExponential());
        summary.put("over_power_law", "s.e.", i, shape.overPowerLaw());
        tables.add(plot(o, hill, k, layers));
      }
      Estimate alpha = k > 0 ? hill.alpha(k) : new Estimate(Double.NaN, Double.NaN);
      results.add(Results.of("tail-index", id, alpha, ""));
      results.add(new Result("tail-over-exponential", id, shape.overExponential(), 1, "s.e."));
      summary.count("k", i, k).count("n", i, hill.n());
      summary.count("absorbed", i, sample.absorbed).count("diverged", i, sample.diverged);
      summary.count("not_finite", i, sample.notFinite);
      summary.words("finding", i, k > 0 ? shape.words() : "no power law: there is no tail");
      summary.words("tail", i, words(sample, hill.n(), k));
    }
    tables.add(0, summary.table("tail-index", "Exponent of the tail of " + symbol).asHeadline());
    Figure figure =
        new Figure(
            "tail-index",
            "Hill plot of " + symbol + ", one standard error; points: the chosen k",
            new Figure.Scale("largest values k", "", true, Double.NaN, Double.NaN),
            new Figure.Scale("tail index alpha", ""),
            layers);
    return new Report(tables, List.of(figure), List.of(), List.of(), results);
  }

  private String words(TailSample sample, int n, int k) {
    if (k == 0) {
      return "none: " + n + " finite values, of which two must differ from the centre";
    }
    long cut = sample.diverged + sample.notFinite;
    if (cut > 0) {
      return "truncated: "
          + cut
          + " of "
          + (n + cut + sample.absorbed)
          + " points cut off at "
          + Words.number(problem.divergence().cutoff());
    }
    return sample.absorbed > 0 ? "of walkers not absorbed" : "whole";
  }

  private Table plot(Observed o, HillEstimator hill, int chosen, List<Figure.Layer> layers) {
    int[] ks = ks(hill.most(), chosen);
    double[][] curves = new double[4][ks.length];
    Columns columns = new Columns(ks.length);
    for (int i = 0; i < ks.length; i++) {
      Estimate alpha = hill.alpha(ks[i]);
      columns.count("k", i, ks[i]).put("alpha", "", i, alpha);
      columns.put("threshold", "theta", i, hill.threshold(ks[i]));
      curves[0][i] = ks[i];
      curves[1][i] = alpha.value();
      curves[2][i] = alpha.value() - alpha.error();
      curves[3][i] = alpha.value() + alpha.error();
    }
    String id = o.method().id();
    Figure.Role role = Roles.of(o.method());
    Estimate at = hill.alpha(chosen);
    layers.add(new Figure.Band(id, role, curves[0], curves[2], curves[3]));
    layers.add(new Figure.Line(id, role, false, false, curves[0], curves[1]));
    layers.add(
        new Figure.Points(
            id
                + ", alpha "
                + Words.of(at)
                + (hill.shape(chosen).powerLaw() ? "" : " (no power law seen)"),
            role,
            new double[] {chosen},
            new double[] {at.value()},
            new double[] {at.error()}));
    return columns.table("tail-index-hill-" + id, "Hill plot of " + symbol + " of " + id);
  }

  private static int[] ks(int most, int chosen) {
    int first = Math.min(FEW, chosen);
    double step = Math.log((double) most / first) / (PLACES - 1);
    IntStream places =
        IntStream.range(0, PLACES).map(i -> (int) Math.round(first * Math.exp(i * step)));
    return IntStream.concat(places, IntStream.of(chosen)).distinct().sorted().toArray();
  }
}
