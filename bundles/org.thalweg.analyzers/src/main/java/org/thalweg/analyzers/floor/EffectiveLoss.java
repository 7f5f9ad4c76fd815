package org.thalweg.analyzers.floor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.osgi.service.component.annotations.Component;
import org.thalweg.analyzers.marginal.AxisCamera;
import org.thalweg.analyzers.marginal.Bins;
import org.thalweg.analyzers.marginal.FloorDiffusion;
import org.thalweg.analyzers.observation.TimedObserver;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.AnalyzerFactory;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.plugin.Plugin;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;
import org.thalweg.api.problem.ValleyShape;

/**
 * The effective loss along the floor, the valley's cross-section removed: L_SGD(x) = -Delta [ln
 * p(x) - ln F(x)] - L0(x) + const, against the predictions, with its fitted slope against ln F.
 *
 * <p>At every place it also gives delta ln p = ln[p(x)/p(r)] - kappa (S(x) - S(r)), S = ln F - L0 /
 * Delta, what the leading order leaves out, and the conditional mean of u = lambda y^2 / Delta.
 * With momentum mu, Delta / (1 - mu) stands for Delta.
 */
@Plugin(
    id = "effective-loss",
    doc =
        "L_SGD from the marginal along the floor, its slope against ln F, and u = lambda y^2/Delta",
    ref = "Yang, Tang, Tu 2023, doi:10.1103/PhysRevLett.130.237101, Eqs. 7 and 11")
@Component
public final class EffectiveLoss implements AnalyzerFactory<EffectiveLoss.Params> {
  /**
   * The parameters.
   *
   * @param bins the number of bins
   * @param from the lower end
   * @param to the upper end
   * @param at the places of the second table
   * @param reference where delta ln p is zero
   */
  public record Params(
      @Param(min = 4, max = 100_000, doc = "number of bins") long bins,
      @Param(unit = "theta", doc = "lower end of the bins; the domain's if not given")
          OptionalDouble from,
      @Param(unit = "theta", doc = "upper end of the bins; the domain's if not given")
          OptionalDouble to,
      @Param(
              unit = "theta",
              doc = "places along the floor at which densities give delta ln p and u precisely")
          List<Double> at,
      @Param(unit = "theta", doc = "place r along the floor at which delta ln p is zero")
          double reference) {
    /** Copies the list. */
    public Params {
      at = List.copyOf(at);
    }
  }

  @Override
  public Params defaults() {
    return new Params(50, OptionalDouble.empty(), OptionalDouble.empty(), List.of(), 0);
  }

  @Override
  public Analyzer create(Params p, Setting setting, Assembly assembly) {
    return new Watch(p, assembly);
  }

  private record Watch(Params p, Assembly assembly) implements Analyzer {
    private Optional<Bins> bins(Problem problem) {
      return Bins.over(problem, 0, p.from(), p.to(), p.bins());
    }

    @Override
    public List<String> objections(Problem problem, List<MethodInfo> methods) {
      if (problem.landscape().valley().isEmpty() || problem.dim() != 2) {
        return List.of("the landscape is no valley; only a valley has a flatness along its floor");
      }
      Optional<Bins> bins = bins(problem);
      if (bins.isEmpty()) {
        return List.of(Bins.noEnds(0));
      }
      List<String> reasons = new ArrayList<>();
      Bins b = bins.get();
      Optional<FloorDiffusion> diffusion = FloorDiffusion.of(problem);
      if (diffusion.isEmpty()) {
        reasons.add("the noise gives no covariance in closed form, so that Delta is not defined");
      } else if (!diffusion.get().constant(b)) {
        reasons.add(
            "D_xx and D_yy are not positive and constant along the floor, so that Delta is not"
                + " defined; use the analyzer marginal");
      }
      for (double place : p.at()) {
        if (!(place >= b.from() && place <= b.to())) {
          reasons.add("at: " + place + " is outside the bins, " + b.from() + " to " + b.to());
        }
      }
      if (!(p.reference() >= b.from() && p.reference() <= b.to())) {
        reasons.add(
            "reference: " + p.reference() + " is outside the bins, " + b.from() + " to " + b.to());
      }
      return reasons;
    }

    @Override
    public Optional<Observer> observer(Problem problem, MethodInfo method) {
      ValleyShape valley = problem.landscape().valley().orElseThrow();
      AxisCamera camera =
          new AxisCamera(
              0, bins(problem).orElseThrow(), Optional.of((x, y) -> valley.curvature(x) * y * y));
      return Optional.of(new TimedObserver<>(camera, true));
    }

    @Override
    public Report report(Problem problem, List<Observed> observed) {
      Bins bins = bins(problem).orElseThrow();
      return new EffectiveLossReport(problem, bins, assembly.predictions(), p.at(), p.reference())
          .of(observed);
    }
  }
}
