package org.thalweg.analyzers.current;

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
import org.thalweg.api.analysis.Report;
import org.thalweg.api.method.Dynamics;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;

/**
 * The probability current of densities: its stream function, the net current around periodic axes,
 * and the entropy that it produces, which is zero in Gibbs' state and in no state that circulates.
 *
 * <p>Between neighbouring values of the stream function psi the same current flows. Numbers are
 * extrapolated from two grids at every save time; fields and figures are of the last one.
 *
 * <p>Walkers are not watched. Their current is a mean of displacements, of order D / (v^2 time
 * step) noisier than a density of theirs, and entropy production, a mean of its square, would
 * measure that noise.
 */
@Plugin(
    id = "current",
    doc = "The probability current of densities: circulation, stream function, entropy production",
    ref =
        "Risken 1989, doi:10.1007/978-3-642-61544-3; Seifert 2012,"
            + " doi:10.1088/0034-4885/75/12/126001",
    formula =
        "J = -P grad L - div(D P); J_0 = d psi/d x1, J_1 = -d psi/d x0; entropy production = Int J"
            + " . D^-1 . J / P")
@Component
public final class Current implements AnalyzerFactory<Current.Params> {
  /** No parameters. */
  public record Params() {}

  @Override
  public Params defaults() {
    return new Params();
  }

  @Override
  public Analyzer create(Params p, Setting setting, Assembly assembly) {
    return new Watch(assembly);
  }

  private record Watch(Assembly assembly) implements Analyzer {
    private static boolean watched(MethodInfo method) {
      return method.dynamics().kind() == Dynamics.Kind.FOKKER_PLANCK;
    }

    @Override
    public List<String> objections(Problem problem, List<MethodInfo> methods) {
      return methods.stream().anyMatch(Watch::watched)
          ? List.of()
          : List.of(
              "the current is that of a density, and no method here has one: walkers' displacements"
                  + " are too noisy to be squared; add a method fokker-planck");
    }

    @Override
    public Optional<Observer> observer(Problem problem, MethodInfo method) {
      return watched(method)
          ? Optional.of(new TimedObserver<>(CurrentData.camera(), false))
          : Optional.empty();
    }

    @Override
    public Report report(Problem problem, List<Observed> observed) {
      List<CurrentReport> reports = new ArrayList<>();
      for (Observed o : observed) {
        TimedObserver<CurrentData> seen = TimedObserver.of(o);
        if (seen.size() > 0) {
          reports.add(new CurrentReport(problem, assembly.predictions(), o.method(), seen));
        }
      }
      return CurrentReport.all(reports);
    }
  }
}
