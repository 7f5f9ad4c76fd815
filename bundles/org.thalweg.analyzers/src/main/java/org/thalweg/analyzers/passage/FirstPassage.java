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
import org.thalweg.api.analysis.PathObserver;
import org.thalweg.api.analysis.Question;
import org.thalweg.api.analysis.Region;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;

/**
 * When walkers are first seen in a region, and in which; the walkers go on. Densities answer by the
 * backward equation: the mean time from the start and probabilities of the regions, with errors
 * from two grids.
 *
 * <p>Walkers are looked at after each step, time 0 being the first look. For discrete SGD that is
 * the first passage itself. For Langevin paths a passage between two looks is missed, so that times
 * come out late by a relative error of the first order in the square root of the step: a plane is
 * seen as if it stood 0.5826 sqrt(2 D h) further away (Chernoff 1965; Siegmund 1979, Adv. Appl.
 * Probab. 11, 701). Halve the step to see how much it matters.
 *
 * <p>A walker that has not passed at the horizon, that leaves through an absorbing edge or that
 * diverges is counted as such. The survival curve and what is derived from it take it as lost from
 * sight at that moment, as if its later passage were like the others'; the parts of all walkers in
 * the table of regions need no such assumption. Methods and predictions are judged against each
 * other; {@link PassageCourt} says how.
 */
@Plugin(
    id = "first-passage",
    doc = "First passage into regions: times, survival curve, splitting probabilities",
    ref = "Redner, A Guide to First-Passage Processes, 2001, doi:10.1017/CBO9780511606014",
    formula = "T = min {t_k : x(t_k) in a region}, S(t) = P(T > t), mean T = Int_0^inf S dt",
    example =
        "{\"type\": \"first-passage\", \"regions\": [{\"type\": \"half-space\", \"level\": 0}]}")
@Component
public final class FirstPassage implements AnalyzerFactory<FirstPassage.Params> {
  /**
   * The parameters.
   *
   * @param regions the regions
   * @param keepTimes whether to keep every walker's time
   * @param continuous whether Langevin walkers pass between their steps too
   */
  public record Params(
      @Param(required = true, doc = "regions to be reached; where they overlap the first counts")
          List<Region> regions,
      @Param(doc = "whether to keep the time of every walker as an array") boolean keepTimes,
      @Param(
              doc =
                  "see Langevin paths as continuous ones: move bounds towards them by 0.5826 sqrt(2"
                      + " D h), where the covariance of the noise is known")
          boolean continuous) {
    /** Refuses to look for nothing. */
    public Params {
      regions = List.copyOf(regions);
      if (regions.isEmpty()) {
        throw new InvalidParameterException(
            "regions",
            "is empty; give at least one, such as {\"type\": \"half-space\", \"level\": 0}");
      }
    }
  }

  @Override
  public Params defaults() {
    return new Params(List.of(new Region.HalfSpace()), false, true);
  }

  @Override
  public Analyzer create(Params p, Setting setting, Assembly assembly) {
    return new Watch(
        Targets.of("regions", p.regions(), setting.landscape().dim()),
        p.keepTimes(),
        p.continuous(),
        assembly);
  }

  private record Watch(Targets targets, boolean keepTimes, boolean continuous, Assembly assembly)
      implements Analyzer {
    @Override
    public List<Question> questions(Problem problem) {
      return targets.regions().size() > 1
          ? List.of()
          : StartPlaces.point(problem).stream()
              .<Question>map(x -> new Question.Passage(x, targets.regions().get(0)))
              .toList();
    }

    @Override
    public Optional<Observer> observer(Problem problem, MethodInfo method) {
      return Densities.is(method)
          ? Optional.of(new TimedObserver<>(PassageFields.camera(problem, targets), true))
          : Optional.empty();
    }

    @Override
    public Optional<PathObserver> pathObserver(Problem problem, MethodInfo method) {
      return Densities.is(method)
          ? Optional.empty()
          : Optional.of(PassageLooks.of(targets, problem, method, continuous));
    }

    @Override
    public Report report(Problem problem, List<Observed> observed) {
      List<Passages> walkers = new ArrayList<>();
      for (Observed o : observed) {
        if (!Densities.is(o.method())) {
          walkers.add(new Passages(o.method(), (PassageLooks) o.paths().orElseThrow()));
        }
      }
      List<DensityPassages> densities = Densities.passages(observed);
      if (walkers.isEmpty() && densities.isEmpty()) {
        return Report.EMPTY;
      }
      Optional<StartPlaces> remembered =
          walkers.stream().map(p -> p.seen().starts()).flatMap(Optional::stream).findFirst();
      return new PassageReport(targets.names(), keepTimes, remembered)
          .of(
              walkers,
              densities,
              new PassageCourt(problem, targets, assembly.predictions(), remembered)
                  .judge(walkers, densities));
    }
  }
}
