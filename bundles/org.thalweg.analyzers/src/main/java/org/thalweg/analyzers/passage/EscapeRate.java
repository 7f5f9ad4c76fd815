package org.thalweg.analyzers.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.osgi.service.component.annotations.Component;
import org.thalweg.analyzers.observation.TimedObserver;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.AnalyzerFactory;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.PathObserver;
import org.thalweg.api.analysis.Region;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;

/**
 * The rate at which walkers leave a well: escapes over the time spent in it, after a relaxation.
 *
 * <p>With a core of the well given, walkers that come back are followed on: a walker belongs to the
 * core that it was in last, the well's or the target, and the rate is the number of transitions
 * over the time belonging to the well (Schuette et al. 2011, doi:10.1063/1.3590108). Choose both
 * cores deep in their wells, so that recrossings of the barrier do not count. Without one, every
 * walker starts in the well and only its first escape counts.
 *
 * <p>Walkers are looked at after each step; what {@link FirstPassage} says of that holds here too.
 * Densities answer with one over the mean time to the target from the start.
 */
@Plugin(
    id = "escape-rate",
    doc = "Rate of escape from a well, with exact intervals and a test that it is constant",
    ref =
        "Haenggi, Talkner, Borkovec 1990, doi:10.1103/RevModPhys.62.251; intervals: Garwood 1936,"
            + " doi:10.1093/biomet/28.3-4.437",
    formula =
        "rate = escapes after the relaxation / time in the well after it, summed over walkers",
    example =
        "{\"type\": \"escape-rate\", \"target\": [{\"type\": \"half-space\", \"side\": \"above\","
            + " \"level\": 0.5}]}")
@Component
public final class EscapeRate implements AnalyzerFactory<EscapeRate.Params> {
  /**
   * The parameters.
   *
   * @param target where a walker has escaped to
   * @param well the core of the well
   * @param relaxation until when nothing counts
   * @param continuous whether Langevin walkers pass between their steps too
   */
  public record Params(
      @Param(required = true, doc = "regions in which a walker has escaped") List<Region> target,
      @Param(
              doc =
                  "core of the well, to count transitions of walkers that return; none: first only")
          List<Region> well,
      @Param(
              min = 0,
              unit = "time",
              doc = "time before which nothing counts; absent: as soon as the rate is constant")
          OptionalDouble relaxation,
      @Param(
              doc =
                  "see Langevin paths as continuous ones: move bounds towards them by 0.5826 sqrt(2"
                      + " D h), where the covariance of the noise is known")
          boolean continuous) {
    /** Refuses to look for nothing. */
    public Params {
      target = List.copyOf(target);
      well = List.copyOf(well);
      if (target.isEmpty()) {
        throw new InvalidParameterException(
            "target",
            "is empty; give at least one region, such as {\"type\": \"half-space\", \"level\": 0}");
      }
    }
  }

  @Override
  public Params defaults() {
    return new Params(List.of(new Region.HalfSpace()), List.of(), OptionalDouble.empty(), true);
  }

  @Override
  public Analyzer create(Params p, Setting setting, Assembly assembly) {
    int dim = setting.landscape().dim();
    return new Watch(
        Targets.of("target", p.target(), dim),
        Targets.of("well", p.well(), dim),
        p.relaxation(),
        p.continuous());
  }

  private record Watch(Targets target, Targets well, OptionalDouble relaxation, boolean continuous)
      implements Analyzer {
    @Override
    public List<String> objections(Problem problem, List<MethodInfo> methods) {
      if (relaxation.isPresent() && relaxation.getAsDouble() >= problem.horizon()) {
        return List.of(
            "the relaxation "
                + relaxation.getAsDouble()
                + " leaves nothing until the horizon "
                + problem.horizon()
                + "; shorten it or lengthen the horizon");
      }
      return List.of();
    }

    @Override
    public Optional<Observer> observer(Problem problem, MethodInfo method) {
      return Densities.is(method)
          ? Optional.of(new TimedObserver<>(PassageFields.camera(problem, target), true))
          : Optional.empty();
    }

    @Override
    public Optional<PathObserver> pathObserver(Problem problem, MethodInfo method) {
      return Densities.is(method)
          ? Optional.empty()
          : Optional.of(
              new TransitionRecorder(
                  well, target, problem, continuous && Reach.matters(problem, method)));
    }

    @Override
    public Report report(Problem problem, List<Observed> observed) {
      List<Observed> walkers = new ArrayList<>(observed);
      walkers.removeIf(o -> Densities.is(o.method()));
      List<DensityPassages> densities = Densities.passages(observed);
      return walkers.isEmpty() && densities.isEmpty()
          ? Report.EMPTY
          : new EscapeReport(relaxation, densities).of(walkers);
    }
  }
}
