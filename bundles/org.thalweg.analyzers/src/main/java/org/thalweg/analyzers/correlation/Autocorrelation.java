package org.thalweg.analyzers.correlation;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Component;
import org.thalweg.analyzers.observation.Positions;
import org.thalweg.analyzers.observation.TimedObserver;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.AnalyzerFactory;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.ChosenAxes;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;

/**
 * The autocorrelation of coordinates over save times, averaged over walkers, with the integrated
 * autocorrelation time and the effective sample size.
 *
 * <p>Convention: tau = h (1/2 + rho(1) + rho(2) + ...) with h the time between two saves, so that
 * rho(l) = exp(-l h / T) with h much shorter than T gives tau = T, and a first-order autoregressive
 * series of coefficient rho gives h (1 + rho) / (1 - rho) / 2. Among N values N h / (2 tau) are as
 * good as independent.
 */
@Plugin(
    id = "autocorrelation",
    doc = "Autocorrelation of coordinates over time, its integrated time, effective sample size",
    formula = "tau = h (1/2 + sum of rho(l), l = 1 to W), W the first l >= c tau / h",
    ref = "Sokal 1997, doi:10.1007/978-1-4899-0319-8_6")
@Component
public final class Autocorrelation implements AnalyzerFactory<Autocorrelation.Params> {
  /** What deviations are taken from. */
  public enum About {
    /**
     * The mean over all walkers and times, right where every walker sees the same stationary state.
     */
    ENSEMBLE,
    /**
     * Each walker's own mean over time, right where walkers stay in states of their own; lowers rho
     * by about 2 tau over the length of the run.
     */
    WALKER
  }

  /**
   * The parameters.
   *
   * @param coordinates the coordinates
   * @param after the first time that counts
   * @param walkers how many walkers
   * @param about what deviations are taken from
   * @param window Sokal's c
   */
  public record Params(
      @Param(min = 0, doc = "numbers of the coordinates; none given: the first")
          List<Long> coordinates,
      @Param(unit = "time", min = 0, doc = "save times from here on count, once it is stationary")
          double after,
      @Param(min = 1, max = 1e6, doc = "walkers that count, the first of the ensemble")
          long walkers,
      @Param(doc = "deviations from the mean of the whole ensemble, or of each walker's own run")
          About about,
      @Param(min = 1, max = 100, doc = "c: the sum ends at the first lag of at least c times tau")
          double window) {
    /** Copies the list. */
    public Params {
      coordinates = List.copyOf(coordinates);
    }
  }

  @Override
  public Params defaults() {
    return new Params(List.of(), 0, 256, About.ENSEMBLE, 5);
  }

  @Override
  public Analyzer create(Params p, Setting setting, Assembly assembly) {
    int[] rows = ChosenAxes.rows(List.copyOf(new TreeSet<>(p.coordinates())), 1);
    ChosenAxes.objection(rows, setting.landscape().dim())
        .ifPresent(
            reason -> {
              throw new InvalidParameterException("coordinates", reason);
            });
    return new Watch(p, rows);
  }

  private record Watch(Params p, int[] rows) implements Analyzer {
    @Override
    public List<String> objections(Problem problem, List<MethodInfo> methods) {
      return p.after() < problem.horizon()
          ? List.of()
          : List.of(
              "after: "
                  + p.after()
                  + " is not before the horizon "
                  + problem.horizon()
                  + "; choose an earlier time");
    }

    @Override
    public Optional<Observer> observer(Problem problem, MethodInfo method) {
      return method.dynamics().kind() == Dynamics.Kind.FOKKER_PLANCK
          ? Optional.empty()
          : Optional.of(new TimedObserver<>(Positions.camera(p.after(), p.walkers(), rows), false));
    }

    @Override
    public Report report(Problem problem, List<Observed> observed) {
      return new AutocorrelationReport(p, rows).of(observed);
    }
  }
}
