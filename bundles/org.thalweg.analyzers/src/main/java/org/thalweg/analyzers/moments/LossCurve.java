package org.thalweg.analyzers.moments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
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
import org.thalweg.api.problem.Score;
import org.thalweg.api.problem.Setting;

/**
 * The loss over time, mean and spread over the walkers, and beside it whatever else the landscape
 * is judged by, such as the accuracy on samples that were held out.
 */
@Plugin(
    id = "loss-curve",
    doc = "The loss and the landscape's scores over time, mean and spread over walkers")
@Component
public final class LossCurve implements AnalyzerFactory<LossCurve.Params> {
  /**
   * The parameters.
   *
   * @param logarithmic whether the loss is drawn on a logarithmic axis
   * @param scored how many walkers are scored
   */
  public record Params(
      @Param(doc = "whether the loss is drawn on a logarithmic axis") boolean logarithmic,
      @Param(min = 1, max = 1e9, doc = "walkers whose scores are taken, the first of the ensemble")
          long scored) {}

  @Override
  public Params defaults() {
    return new Params(true, 16);
  }

  @Override
  public Analyzer create(Params p, Setting setting, Assembly assembly) {
    return new Watch(p, setting.landscape().scores());
  }

  private record Watch(Params p, List<Score> scores) implements Analyzer {
    @Override
    public Optional<Observer> observer(Problem problem, MethodInfo method) {
      return Optional.of(new TimedObserver<>(new ScoreCamera(problem, p.scored()), false));
    }

    @Override
    public Report report(Problem problem, List<Observed> observed) {
      List<Table> tables = new ArrayList<>();
      List<Result> results = new ArrayList<>();
      for (Observed o : observed) {
        tables.add(table(o));
        results.addAll(results(o));
      }
      tables.add(last(observed));
      List<Figure> figures = new ArrayList<>();
      figures.add(lossFigure(observed));
      List<Integer> others = new ArrayList<>();
      for (int s = 0; s < scores.size(); s++) {
        if (!isLoss(s)) {
          others.add(s);
        }
      }
      if (!others.isEmpty()) {
        figures.add(scoreFigure(observed, others));
      }
      return new Report(tables, figures, List.of(), List.of(), results);
    }

    /** A score in units of the loss is drawn with the loss. */
    private boolean isLoss(int score) {
      return scores.get(score).name().endsWith("loss");
    }

    private String unit(int variable) {
      return variable == 0 || isLoss(variable - 1) ? "loss" : "";
    }

    private String name(int variable) {
      return variable == 0 ? "loss" : scores.get(variable - 1).name();
    }

    private Table table(Observed o) {
      TimedObserver<MomentData> seen = TimedObserver.of(o);
      Columns columns = new Columns(seen.size());
      for (int i = 0; i < seen.size(); i++) {
        MomentData data = seen.at(i);
        columns.put("time", "time", i, seen.time(i));
        if (data.sampled()) {
          columns.count("walking", i, data.losses().walking());
          columns.count("diverged", i, data.losses().diverged());
        }
        for (int v = 0; v <= scores.size(); v++) {
          String column = name(v).replace('-', '_');
          columns.put(column, unit(v), i, data.mean(v));
          columns.put(column + "_deviation", unit(v), i, deviation(data, v));
        }
      }
      String id = o.method().id();
      return columns.table("loss-curve-" + id, "Loss and scores of " + id + " over time");
    }

    private Table last(List<Observed> observed) {
      Columns columns = new Columns(observed.size());
      for (int i = 0; i < observed.size(); i++) {
        TimedObserver<MomentData> seen = TimedObserver.of(observed.get(i));
        columns.words("method", i, observed.get(i).method().id());
        for (int v = 0; seen.size() > 0 && v <= scores.size(); v++) {
          columns.put(name(v).replace('-', '_'), unit(v), i, seen.last().mean(v));
        }
      }
      return columns.table("loss-curve-last", "Loss and scores at the end").asHeadline();
    }

    private static double deviation(MomentData data, int variable) {
      return Math.sqrt(Math.max(0, data.variance(variable).value()));
    }

    private List<Result> results(Observed o) {
      List<Result> results = new ArrayList<>();
      TimedObserver<MomentData> seen = TimedObserver.of(o);
      for (int v = 0; seen.size() > 0 && v <= scores.size(); v++) {
        results.add(Results.of(name(v), o.method().id(), seen.last().mean(v), unit(v)));
      }
      return results;
    }

    private Figure lossFigure(List<Observed> observed) {
      List<Figure.Layer> layers = new ArrayList<>();
      for (Observed o : observed) {
        layers.add(band(o));
      }
      for (Observed o : observed) {
        layers.add(line(o, 0, false));
        for (int s = 0; s < scores.size(); s++) {
          if (isLoss(s)) {
            layers.add(line(o, s + 1, true));
          }
        }
      }
      return new Figure(
          "loss-curve",
          "Loss over time, mean and one standard deviation of the walkers",
          new Figure.Scale("t", "time"),
          new Figure.Scale("L", "loss", p.logarithmic(), Double.NaN, Double.NaN),
          layers);
    }

    private Figure scoreFigure(List<Observed> observed, List<Integer> chosen) {
      List<Figure.Layer> layers = new ArrayList<>();
      for (Observed o : observed) {
        for (int s : chosen) {
          layers.add(line(o, s + 1, scores.get(s).name().startsWith("test")));
        }
      }
      return new Figure(
          "loss-curve-scores",
          "Scores over time",
          new Figure.Scale("t", "time"),
          new Figure.Scale("score", ""),
          layers);
    }

    private Figure.Line line(Observed o, int variable, boolean dashed) {
      TimedObserver<MomentData> seen = TimedObserver.of(o);
      double[] x = new double[seen.size()];
      double[] y = new double[seen.size()];
      for (int i = 0; i < x.length; i++) {
        x[i] = finite(seen, i);
        y[i] = seen.at(i).mean(variable).value();
      }
      String label = o.method().id() + ", " + name(variable);
      return new Figure.Line(label, Roles.of(o.method()), dashed, false, x, y);
    }

    /**
     * One standard deviation of the walkers about their mean, kept positive for a true log axis.
     */
    private Figure.Band band(Observed o) {
      TimedObserver<MomentData> seen = TimedObserver.of(o);
      double[] x = new double[seen.size()];
      double[] low = new double[seen.size()];
      double[] high = new double[seen.size()];
      for (int i = 0; i < x.length; i++) {
        Estimate mean = seen.at(i).mean(0);
        double deviation = deviation(seen.at(i), 0);
        x[i] = finite(seen, i);
        low[i] = mean.value() - deviation;
        high[i] = mean.value() + deviation;
        if (p.logarithmic() && low[i] <= 0) {
          low[i] = mean.value() * mean.value() / high[i]; // as far below on the log axis as above
        }
      }
      return new Figure.Band(o.method().id() + ", loss", Roles.of(o.method()), x, low, high);
    }

    /** A steady state has no time; it is not drawn. */
    private static double finite(TimedObserver<MomentData> seen, int i) {
      return Double.isInfinite(seen.time(i)) ? Double.NaN : seen.time(i);
    }
  }
}
