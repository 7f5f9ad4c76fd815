package org.thalweg.analyzers.spectrum;

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
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;

/**
 * The slowest modes in which a density relaxes: their rates, frequencies and both of their sides.
 *
 * <p>The first rate after zero is the spectral gap. A right mode is what of a density decays at its
 * rate; the left one tells how much of it a start has: where its sign changes, walkers have
 * forgotten nothing but the side on which they started. Between absorbing edges the first mode is
 * the quasi-stationary state and its rate that of loss; the gap is counted from there.
 *
 * <p>Modes are those of the problem and do not depend on time, so they are worked out once per
 * density, on both of its grids.
 */
@Plugin(
    id = "spectrum",
    doc = "The slowest modes of relaxation of a density: rates, frequencies, both eigenfunctions",
    ref = "Risken 1989, doi:10.1007/978-3-642-61544-3, chapters 5 and 6",
    formula =
        "A r = -(rate + i frequency) r, A^T l the same; P(t) = sum exp(-(rate + i frequency) t) r"
            + " Int l P(0)")
@Component
public final class RelaxationSpectrum implements AnalyzerFactory<RelaxationSpectrum.Params> {
  /**
   * The parameters.
   *
   * @param modes how many modes
   * @param shown how many of them figures show
   */
  public record Params(
      @Param(
              min = 2,
              max = 64,
              doc = "how many modes, the steady state among them; a pair that turns counts once")
          long modes,
      @Param(min = 0, max = 64, doc = "how many modes beside the first are drawn, the slowest")
          long shown) {}

  @Override
  public Params defaults() {
    return new Params(5, 3);
  }

  @Override
  public Analyzer create(Params p, Setting setting, Assembly assembly) {
    return new Watch(p, assembly);
  }

  private record Watch(Params p, Assembly assembly) implements Analyzer {
    private static boolean watched(MethodInfo method) {
      return method.dynamics().kind() == Dynamics.Kind.FOKKER_PLANCK;
    }

    @Override
    public List<String> objections(Problem problem, List<MethodInfo> methods) {
      return methods.stream().anyMatch(Watch::watched)
          ? List.of()
          : List.of(
              "modes are those of a density's operator, and no method here has a density; add a"
                  + " method fokker-planck");
    }

    @Override
    public Optional<Observer> observer(Problem problem, MethodInfo method) {
      return watched(method)
          ? Optional.of(new TimedObserver<>(SpectrumData.camera((int) p.modes()), true))
          : Optional.empty();
    }

    @Override
    public Report report(Problem problem, List<Observed> observed) {
      return new SpectrumReport(problem, assembly.predictions(), (int) p.shown()).of(observed);
    }
  }
}
