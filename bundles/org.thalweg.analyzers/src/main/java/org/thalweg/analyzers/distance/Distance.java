package org.thalweg.analyzers.distance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.osgi.service.component.annotations.Component;
import org.thalweg.analyzers.marginal.AxisCamera;
import org.thalweg.analyzers.marginal.Bins;
import org.thalweg.analyzers.observation.PairObserver;
import org.thalweg.analyzers.observation.TimedObserver;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.AnalyzerFactory;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;

/**
 * Distances between the methods at their last common save time, and between every method and the
 * predictions at its last one: total variation, Kolmogorov-Smirnov and Wasserstein-1 of the
 * marginals along one axis; for densities in two dimensions also the total variation of the joint
 * densities.
 *
 * <p>A walker's distance is never zero: {@code under_null} is what two equal distributions would
 * show with these numbers of walkers; {@code theory_allows} is how far a prediction's own error
 * allows it to be away.
 */
@Plugin(
    id = "distance",
    doc = "Distances between methods and from predictions, with errors and null expectations")
@Component
public final class Distance implements AnalyzerFactory<Distance.Params> {
  /**
   * The parameters.
   *
   * @param of the methods
   * @param axis the axis
   * @param bins the number of bins
   * @param from the lower end
   * @param to the upper end
   */
  public record Params(
      @Param(doc = "ids of the methods to compare; none given: all") List<String> of,
      @Param(min = 0, doc = "number of the axis whose marginals are compared") long axis,
      @Param(min = 2, max = 100_000, doc = "number of bins") long bins,
      @Param(unit = "theta", doc = "lower end of the bins; the domain's if not given")
          OptionalDouble from,
      @Param(unit = "theta", doc = "upper end of the bins; the domain's if not given")
          OptionalDouble to) {
    /** Copies the list. */
    public Params {
      of = List.copyOf(of);
    }
  }

  @Override
  public Params defaults() {
    return new Params(List.of(), 0, 100, OptionalDouble.empty(), OptionalDouble.empty());
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
    private Optional<Bins> bins(Problem problem) {
      return Bins.over(problem, (int) p.axis(), p.from(), p.to(), p.bins());
    }

    @Override
    public List<String> objections(Problem problem, List<MethodInfo> methods) {
      List<String> reasons = new ArrayList<>();
      List<String> ids = methods.stream().map(MethodInfo::id).toList();
      for (String id : p.of()) {
        if (!ids.contains(id)) {
          reasons.add("of: there is no method '" + id + "'; there are " + String.join(", ", ids));
        }
      }
      if (bins(problem).isEmpty()) {
        reasons.add(Bins.noEnds((int) p.axis()));
      }
      return reasons;
    }

    @Override
    public Optional<Observer> observer(Problem problem, MethodInfo method) {
      if (!p.of().isEmpty() && !p.of().contains(method.id())) {
        return Optional.empty();
      }
      AxisCamera camera = new AxisCamera((int) p.axis(), bins(problem).orElseThrow());
      return Optional.of(
          new PairObserver<>(
              new TimedObserver<>(camera, false),
              new TimedObserver<>(JointDensity.camera(), true)));
    }

    @Override
    public Report report(Problem problem, List<Observed> observed) {
      return new DistanceReport(
              problem, bins(problem).orElseThrow(), (int) p.axis(), assembly.predictions())
          .of(observed);
    }
  }
}
