package org.thalweg.analyzers.moments;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Component;
import org.thalweg.analyzers.observation.TimedObserver;
import org.thalweg.analyzers.report.Columns;
import org.thalweg.analyzers.report.Results;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.AnalyzerFactory;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Result;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;

/**
 * Mean and variance of coordinates and of the loss at every save time: with standard errors for
 * walkers, with the refinement error for densities.
 */
@Plugin(
    id = "moments",
    doc = "Mean and variance of coordinates and of the loss over time, with errors")
@Component
public final class Moments implements AnalyzerFactory<Moments.Params> {
  private static final int FEW = 8;

  /**
   * The parameters.
   *
   * @param coordinates the coordinates
   * @param loss whether the loss too
   */
  public record Params(
      @Param(min = 0, doc = "numbers of the coordinates; none given: the first eight")
          List<Long> coordinates,
      @Param(doc = "whether to follow the loss too") boolean loss) {
    /** Copies the list. */
    public Params {
      coordinates = List.copyOf(coordinates);
    }
  }

  @Override
  public Params defaults() {
    return new Params(List.of(), true);
  }

  @Override
  public Analyzer create(Params p, Setting setting, Assembly assembly) {
    int dim = setting.landscape().dim();
    List<Integer> chosen = new ArrayList<>();
    for (long c : new TreeSet<>(p.coordinates())) {
      if (c >= dim) {
        throw new InvalidParameterException(
            "coordinates",
            c + " is no coordinate of this landscape; they are numbered 0 to " + (dim - 1));
      }
      chosen.add((int) c);
    }
    for (int c = 0; p.coordinates().isEmpty() && c < Math.min(dim, FEW); c++) {
      chosen.add(c);
    }
    return new Watch(chosen.stream().mapToInt(c -> c).toArray(), p.loss());
  }

  private record Watch(int[] coordinates, boolean loss) implements Analyzer {
    @Override
    public Optional<Observer> observer(Problem problem, MethodInfo method) {
      return Optional.of(new TimedObserver<>(new MomentCamera(problem, coordinates, loss), false));
    }

    @Override
    public Report report(Problem problem, List<Observed> observed) {
      List<String> names = new MomentCamera(problem, coordinates, loss).names();
      List<Table> tables = new ArrayList<>();
      observed.forEach(o -> tables.add(table(o, names)));
      tables.add(last(observed, names));
      return Report.of(tables.toArray(Table[]::new)).with(results(observed, names));
    }

    private static List<Result> results(List<Observed> observed, List<String> names) {
      List<Result> results = new ArrayList<>();
      for (Observed o : observed) {
        TimedObserver<MomentData> seen = TimedObserver.of(o);
        for (int v = 0; seen.size() > 0 && v < names.size(); v++) {
          String name = names.get(v);
          String unit = name.equals("loss") ? "loss" : "theta";
          String id = o.method().id();
          results.add(Results.of("mean-" + name, id, seen.last().mean(v), unit));
          results.add(Results.of("variance-" + name, id, seen.last().variance(v), unit + "^2"));
        }
      }
      return results;
    }

    private static Table last(List<Observed> observed, List<String> names) {
      Columns columns = new Columns(observed.size());
      for (int i = 0; i < observed.size(); i++) {
        TimedObserver<MomentData> seen = TimedObserver.of(observed.get(i));
        columns.words("method", i, observed.get(i).method().id());
        if (seen.size() > 0) {
          columns.put("time", "time", i, seen.time(seen.size() - 1));
          put(columns, i, seen.last(), names);
        }
      }
      return columns.table("moments-last", "Moments at the end").asHeadline();
    }

    private static void put(Columns columns, int row, MomentData data, List<String> names) {
      for (int v = 0; v < names.size(); v++) {
        String name = names.get(v);
        String unit = name.equals("loss") ? "loss" : "theta";
        columns.put("mean_" + name, unit, row, data.mean(v));
        columns.put("variance_" + name, unit + "^2", row, data.variance(v));
      }
    }

    private static Table table(Observed observed, List<String> names) {
      TimedObserver<MomentData> seen = TimedObserver.of(observed);
      Columns columns = new Columns(seen.size());
      for (int i = 0; i < seen.size(); i++) {
        MomentData data = seen.at(i);
        columns.put("time", "time", i, seen.time(i));
        if (data.sampled()) {
          columns.count("walking", i, data.losses().walking());
          columns.count("absorbed", i, data.losses().absorbed());
          columns.count("diverged", i, data.losses().diverged());
        }
        put(columns, i, data, names);
      }
      return columns.table(
          "moments-" + observed.method().id(),
          "Moments of " + observed.method().id() + " over time");
    }
  }
}
