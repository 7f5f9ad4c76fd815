package org.thalweg.analyzers.passage;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Component;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.AnalyzerFactory;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.PathObserver;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;

/**
 * How many walkers diverge, and when: each at the end of the step at which it is first seen beyond
 * the problem's cut-off or not finite. The cut-off and the horizon belong to the answer and stand
 * beside it.
 */
@Plugin(
    id = "divergence",
    doc = "Fraction of the walkers that have diverged against time, with 95 % intervals",
    formula = "diverged: some |x_i| > cutoff, or not finite; fraction = diverged / all walkers")
@Component
public final class Divergences implements AnalyzerFactory<Divergences.Params> {
  /** There is nothing to choose: the cut-off is the problem's. */
  public record Params() {}

  @Override
  public Params defaults() {
    return new Params();
  }

  @Override
  public Analyzer create(Params p, Setting setting, Assembly assembly) {
    return new Watch();
  }

  private record Watch() implements Analyzer {
    private static final Targets NONE = new Targets(List.of(), List.of());

    @Override
    public List<String> objections(Problem problem, List<MethodInfo> methods) {
      return Densities.objection("divergence", methods).stream().toList();
    }

    @Override
    public Optional<Observer> observer(Problem problem, MethodInfo method) {
      return Optional.empty();
    }

    @Override
    public Optional<PathObserver> pathObserver(Problem problem, MethodInfo method) {
      return Densities.is(method)
          ? Optional.empty()
          : Optional.of(new PassageRecorder(NONE, problem, false));
    }

    @Override
    public Report report(Problem problem, List<Observed> observed) {
      return observed.isEmpty() ? Report.EMPTY : new DivergenceReport(problem).of(observed);
    }
  }
}
