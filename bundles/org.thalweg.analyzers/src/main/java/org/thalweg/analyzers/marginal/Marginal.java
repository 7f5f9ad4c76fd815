package org.thalweg.analyzers.marginal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.osgi.service.component.annotations.Component;
import org.thalweg.analyzers.observation.TimedObserver;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.AnalyzerFactory;
import org.thalweg.api.analysis.Figure;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Quantity;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;

/**
 * The marginal density along one axis: walkers counted in bins with the standard error of the
 * count, densities summed over slabs and extrapolated from two grids.
 *
 * <p>It is normalised on the interval of the bins, over the walkers or the mass inside; the table
 * says how many walkers were outside, absorbed or diverged.
 */
@Plugin(
    id = "marginal",
    doc = "The marginal density along one axis, from all methods over the theory")
@Component
public final class Marginal implements AnalyzerFactory<Marginal.Params> {
  /** Which save times are kept. */
  public enum Times {
    /** The last one. */
    LAST,
    /** All of them. */
    ALL
  }

  /**
   * The parameters.
   *
   * @param axis the axis
   * @param bins the number of bins
   * @param from the lower end
   * @param to the upper end
   * @param times which save times
   */
  public record Params(
      @Param(min = 0, doc = "number of the axis") long axis,
      @Param(min = 2, max = 100_000, doc = "number of bins for walkers") long bins,
      @Param(unit = "theta", doc = "lower end of the bins; the domain's if not given")
          OptionalDouble from,
      @Param(unit = "theta", doc = "upper end of the bins; the domain's if not given")
          OptionalDouble to,
      @Param(doc = "save times to keep: the last one or all") Times times) {}

  @Override
  public Params defaults() {
    return new Params(0, 100, OptionalDouble.empty(), OptionalDouble.empty(), Times.LAST);
  }

  @Override
  public Analyzer create(Params p, Setting setting, Assembly assembly) {
    int dim = setting.landscape().dim();
    if (p.axis() >= dim) {
      throw new InvalidParameterException(
          "axis", p.axis() + " is no axis of this landscape; they are numbered 0 to " + (dim - 1));
    }
    return new Watch(p, assembly);
  }

  private record Watch(Params p, Assembly assembly) implements Analyzer {
    private int axis() {
      return (int) p.axis();
    }

    private Optional<Bins> bins(Problem problem) {
      return Bins.over(problem, axis(), p.from(), p.to(), p.bins());
    }

    @Override
    public List<String> objections(Problem problem, List<MethodInfo> methods) {
      return bins(problem).isPresent() ? List.of() : List.of(Bins.noEnds(axis()));
    }

    @Override
    public Optional<Observer> observer(Problem problem, MethodInfo method) {
      return bins(problem)
          .map(b -> new TimedObserver<>(new AxisCamera(axis(), b), p.times() == Times.LAST));
    }

    @Override
    public Report report(Problem problem, List<Observed> observed) {
      Bins bins = bins(problem).orElseThrow();
      List<Table> tables = new ArrayList<>();
      List<Figure.Layer> layers = new ArrayList<>();
      for (Observed o : observed) {
        tables.add(MarginalCurve.table(o, axis()));
        layers.add(MarginalCurve.last(o).layer(o.method()));
      }
      List<Theory> theories = axis() == 0 ? theories(problem) : List.of();
      List<Figure.Layer> behind = new ArrayList<>();
      for (Theory theory : theories) {
        MarginalCurve curve = MarginalCurve.of(theory, bins);
        tables.add(curve.table("marginal-theory-" + theory.id(), theory.id()));
        layers.add(curve.line(theory.id(), behind.isEmpty()));
        if (behind.isEmpty()) {
          behind.add(curve.band(theory.id() + ", its own error"));
        }
      }
      behind.addAll(layers);
      boolean floor = axis() == 0 && problem.landscape().valley().isPresent();
      Figure figure =
          new Figure(
              floor ? "marginal-along-the-floor" : "marginal-along-axis-" + axis(),
              floor ? "Marginal along the floor" : "Marginal along axis " + axis(),
              new Figure.Scale("x" + axis(), "theta", false, bins.from(), bins.to()),
              new Figure.Scale("p(x" + axis() + ")", "1/theta"),
              behind);
      return new Report(tables, List.of(figure), List.of(), List.of());
    }

    private List<Theory> theories(Problem problem) {
      return assembly.predictions().stream()
          .filter(q -> q.quantity() == Quantity.LOG_FLOOR_MARGINAL)
          .map(q -> new Theory(q, problem))
          .filter(t -> t.objection().isEmpty())
          .toList();
    }
  }
}
