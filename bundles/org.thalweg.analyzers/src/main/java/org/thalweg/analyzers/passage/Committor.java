package org.thalweg.analyzers.passage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.thalweg.analyzers.observation.TimedObserver;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.AnalyzerFactory;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Region;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;

/**
 * The probability of reaching one region before another from everywhere, by the backward equation
 * of a density; where it is one half is the border between what belongs to either.
 *
 * <p>In a steady state its gradient gives the number of transitions from one region to the other
 * per time, flux = Int P grad q . D . grad q, whether or not there is detailed balance: L (q^2) and
 * L q have no mean in the steady state, so that the integral is the rate at which paths leave the
 * first region for the second. One over the flux is the mean time from one transition to the next
 * of the same direction, there and back.
 */
@Plugin(
    id = "committor",
    doc = "The probability of reaching one region before another, and transitions between them",
    ref = "E, Vanden-Eijnden 2010, doi:10.1146/annurev.physchem.040808.090412",
    formula = "q(x) = P(in 'to' before 'from' | x), flux = Int P grad q . D . grad q",
    example =
        "{\"type\": \"committor\", \"from\": [{\"type\": \"half-space\", \"level\": -1}], \"to\":"
            + " [{\"type\": \"half-space\", \"side\": \"above\", \"level\": 1}]}")
@Component
public final class Committor implements AnalyzerFactory<Committor.Params> {
  /**
   * The parameters.
   *
   * @param from the regions whose probability is zero
   * @param to the regions whose probability is one
   */
  public record Params(
      @Param(required = true, doc = "regions where the probability is zero") List<Region> from,
      @Param(required = true, doc = "regions where the probability is one") List<Region> to) {
    /** Refuses to look for nothing. */
    public Params {
      from = List.copyOf(from);
      to = List.copyOf(to);
      if (from.isEmpty() || to.isEmpty()) {
        throw new InvalidParameterException(
            from.isEmpty() ? "from" : "to",
            "is empty; give at least one region, such as {\"type\": \"half-space\", \"level\": 0}");
      }
    }
  }

  @Override
  public Params defaults() {
    return new Params(
        List.of(new Region.HalfSpace("", 0, Region.Side.BELOW, -1)),
        List.of(new Region.HalfSpace("", 0, Region.Side.ABOVE, 1)));
  }

  @Override
  public Analyzer create(Params p, Setting setting, Assembly assembly) {
    int dim = setting.landscape().dim();
    return new Watch(Targets.of("from", p.from(), dim), Targets.of("to", p.to(), dim));
  }

  private record Watch(Targets from, Targets to) implements Analyzer {
    @Override
    public List<String> objections(Problem problem, List<MethodInfo> methods) {
      return methods.stream().anyMatch(Densities::is)
          ? List.of()
          : List.of(
              "the committor is found from a density's operator, and no method here has one: add a"
                  + " method fokker-planck; walkers' splitting probabilities are those of"
                  + " first-passage");
    }

    @Override
    public Optional<Observer> observer(Problem problem, MethodInfo method) {
      return Densities.is(method)
          ? Optional.of(new TimedObserver<>(CommittorData.camera(problem, from, to), true))
          : Optional.empty();
    }

    @Override
    public Report report(Problem problem, List<Observed> observed) {
      List<MethodInfo> methods = new ArrayList<>();
      List<CommittorData> data = new ArrayList<>();
      for (Observed o : observed) {
        TimedObserver<CommittorData> seen = TimedObserver.of(o);
        if (seen.size() > 0) {
          methods.add(o.method());
          data.add(seen.last());
        }
      }
      return data.isEmpty() ? Report.EMPTY : CommittorReport.of(methods, data);
    }
  }
}
