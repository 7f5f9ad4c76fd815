package org.thalweg.analyzers.curvature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.thalweg.analyzers.moments.MomentData;
import org.thalweg.analyzers.observation.TimedObserver;
import org.thalweg.analyzers.report.Columns;
import org.thalweg.analyzers.report.Results;
import org.thalweg.analyzers.report.Roles;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.AnalyzerFactory;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Result;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;

/**
 * The Hessian of the loss along the run: trace, outer eigenvalues and flatness, the inverse square
 * root of the largest one, averaged over walkers or over a density.
 *
 * <p>Up to 128 parameters the spectrum is exact. Beyond, the outer eigenvalues are those of
 * Lanczos' method and the trace is Hutchinson's estimate; both use fixed vectors.
 */
@Plugin(
    id = "hessian",
    doc = "Trace, outer eigenvalues and flatness of the Hessian along the run",
    formula = "F = lambda_max^(-1/2)",
    ref =
        "Hutchinson 1990, doi:10.1080/03610919008812866; Parlett 1998,"
            + " doi:10.1137/1.9781611971163")
@Component
public final class HessianSpectrum implements AnalyzerFactory<HessianSpectrum.Params> {
  /**
   * The parameters.
   *
   * @param walkers how many walkers are looked at
   * @param largest how many eigenvalues are kept
   */
  public record Params(
      @Param(min = 1, max = 1e9, doc = "walkers that are looked at, the first of the ensemble")
          long walkers,
      @Param(min = 1, max = 1000, doc = "how many of the largest eigenvalues are kept")
          long largest) {}

  @Override
  public Params defaults() {
    return new Params(16, 10);
  }

  @Override
  public Analyzer create(Params p, Setting setting, Assembly assembly) {
    return new Watch(p.walkers(), (int) p.largest());
  }

  private record Watch(long walkers, int largest) implements Analyzer {
    private HessianCamera camera(Problem problem) {
      return new HessianCamera(problem, walkers, largest);
    }

    @Override
    public Optional<Observer> observer(Problem problem, MethodInfo method) {
      return Optional.of(new TimedObserver<>(camera(problem), false));
    }

    /** Unit of a variable: curvature, but for the flatness, its inverse square root. */
    private static String unit(String name) {
      return name.equals("flatness") ? "theta/loss^(1/2)" : "loss/theta^2";
    }

    @Override
    public Report report(Problem problem, List<Observed> observed) {
      List<String> names = camera(problem).names();
      List<Table> tables = new ArrayList<>();
      List<Result> results = new ArrayList<>();
      for (Observed o : observed) {
        tables.add(table(o, names));
        results.addAll(results(o, names));
      }
      List<Figure> figures = new ArrayList<>();
      figures.add(alongTheRun(observed));
      if (names.size() > 4) {
        figures.add(spectrum(observed, names));
      }
      return new Report(tables, figures, List.of(), List.of(), results);
    }

    private static Table table(Observed o, List<String> names) {
      TimedObserver<MomentData> seen = TimedObserver.of(o);
      Columns columns = new Columns(seen.size());
      for (int i = 0; i < seen.size(); i++) {
        columns.put("time", "time", i, seen.time(i));
        if (seen.at(i).sampled()) {
          columns.count("walkers", i, seen.at(i).number(0));
        }
        for (int v = 0; v < names.size(); v++) {
          String name = names.get(v);
          columns.put(name.replace('-', '_'), unit(name), i, seen.at(i).mean(v));
        }
      }
      String id = o.method().id();
      return columns.table("hessian-" + id, "The Hessian along the run of " + id);
    }

    private static List<Result> results(Observed o, List<String> names) {
      List<Result> results = new ArrayList<>();
      TimedObserver<MomentData> seen = TimedObserver.of(o);
      for (int v = 0; seen.size() > 0 && v < Math.min(4, names.size()); v++) {
        String name = names.get(v).equals("eigenvalue-1") ? "largest" : names.get(v);
        results.add(Results.of(name, o.method().id(), seen.last().mean(v), unit(names.get(v))));
      }
      return results;
    }

    private static Figure alongTheRun(List<Observed> observed) {
      List<Figure.Layer> layers = new ArrayList<>();
      for (Observed o : observed) {
        TimedObserver<MomentData> seen = TimedObserver.of(o);
        int n = seen.size();
        double[] x = new double[n];
        double[] trace = new double[n];
        double[] largest = new double[n];
        double[][] ends = new double[4][n];
        for (int i = 0; i < n; i++) {
          x[i] = Double.isInfinite(seen.time(i)) ? Double.NaN : seen.time(i);
          trace[i] = bar(seen.at(i).mean(0), ends[0], ends[1], i);
          largest[i] = bar(seen.at(i).mean(3), ends[2], ends[3], i);
        }
        String id = o.method().id();
        Figure.Role role = Roles.of(o.method());
        layers.add(new Figure.Band(id + ", trace", role, x, ends[0], ends[1]));
        layers.add(new Figure.Band(id + ", largest", role, x, ends[2], ends[3]));
        layers.add(new Figure.Line(id + ", trace", role, true, false, x, trace));
        layers.add(new Figure.Line(id + ", largest", role, false, false, x, largest));
      }
      return new Figure(
          "hessian-along-the-run",
          "Trace and largest eigenvalue of the Hessian, mean over walkers and its error",
          new Figure.Scale("t", "time"),
          new Figure.Scale("curvature", "loss/theta^2"),
          layers);
    }

    /** One standard error about a mean, which it returns. */
    private static double bar(Estimate mean, double[] low, double[] high, int i) {
      double error = Double.isNaN(mean.error()) ? 0 : mean.error();
      low[i] = mean.value() - error;
      high[i] = mean.value() + error;
      return mean.value();
    }

    private static Figure spectrum(List<Observed> observed, List<String> names) {
      List<Figure.Layer> layers = new ArrayList<>();
      for (Observed o : observed) {
        TimedObserver<MomentData> seen = TimedObserver.of(o);
        int n = seen.size() == 0 ? 0 : names.size() - 3;
        double[] x = new double[n];
        double[] y = new double[n];
        double[] error = new double[n];
        for (int i = 0; i < n; i++) {
          Estimate e = seen.last().mean(3 + i);
          x[i] = i + 1;
          y[i] = e.value();
          error[i] = e.error();
        }
        layers.add(new Figure.Points(o.method().id(), Roles.of(o.method()), x, y, error));
      }
      return new Figure(
          "hessian-spectrum",
          "Largest eigenvalues of the Hessian at the end",
          new Figure.Scale("rank", ""),
          new Figure.Scale("eigenvalue", "loss/theta^2"),
          layers);
    }
  }
}
