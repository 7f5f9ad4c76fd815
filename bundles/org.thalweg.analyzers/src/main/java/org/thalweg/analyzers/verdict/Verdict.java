package org.thalweg.analyzers.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.osgi.service.component.annotations.Component;
import org.thalweg.analyzers.marginal.AxisCamera;
import org.thalweg.analyzers.marginal.Bins;
import org.thalweg.analyzers.marginal.Theory;
import org.thalweg.analyzers.moments.MomentCamera;
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
import org.thalweg.api.plugin.Ref;
import org.thalweg.api.problem.NoiseModel;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;

/**
 * Compares every two methods, and every method with every prediction that holds, with error bars
 * (S5): agree, differ by so much, cannot tell at this size, or not comparable because.
 *
 * <p>Compared are the exponent of the marginal along a valley's floor and the slope of L_SGD that
 * it is, the marginal along axis 0, means and variances, and what has not been absorbed. The errors
 * are those of sampling, of grids, of the predictions themselves, of finite steps and of what is
 * left of the start. All comparisons share one error probability: each may err with that
 * probability divided by their number (Bonferroni).
 */
@Plugin(
    id = "verdict",
    doc = "Do the methods and the theory agree? Every pair compared with error bars")
@Component
public final class Verdict implements AnalyzerFactory<Verdict.Params> {
  private static final int FEW = 8;

  /**
   * The parameters.
   *
   * @param errorProbability the probability that a verdict on what agrees says anywhere that it
   *     differs
   * @param resolution the largest error with which agreement means something
   * @param bins the number of bins
   * @param from the lower end
   * @param to the upper end
   * @param assume the noise that predictions believe in
   */
  public record Params(
      @Param(
              min = 1e-12,
              max = 0.5,
              doc = "probability that a verdict on what agrees says differ anywhere")
          double errorProbability,
      @Param(
              min = 0,
              above = true,
              doc = "largest standard error, as a part of the scale, with which agreement counts")
          double resolution,
      @Param(min = 4, max = 2000, doc = "number of bins of the marginal along axis 0") long bins,
      @Param(unit = "theta", doc = "lower end of the bins; the domain's if not given")
          OptionalDouble from,
      @Param(unit = "theta", doc = "upper end of the bins; the domain's if not given")
          OptionalDouble to,
      @Param(doc = "noise that the predictions are evaluated for instead of the problem's")
          Optional<Ref<NoiseModel>> assume) {}

  @Override
  public Params defaults() {
    return new Params(
        0.01, 0.05, 120, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty());
  }

  @Override
  public Analyzer create(Params p, Setting setting, Assembly assembly) {
    return new Watch(p, assembly, p.assume().map(r -> assembly.noise(r, setting)));
  }

  private record Watch(Params p, Assembly assembly, Optional<NoiseModel> assumed)
      implements Analyzer {
    private Optional<Bins> bins(Problem problem) {
      return Bins.over(problem, 0, p.from(), p.to(), p.bins());
    }

    private static int[] coordinates(Problem problem) {
      int[] first = new int[Math.min(FEW, problem.dim())];
      for (int i = 0; i < first.length; i++) {
        first[i] = i;
      }
      return first;
    }

    @Override
    public Optional<Observer> observer(Problem problem, MethodInfo method) {
      return Optional.of(
          new TimedObserver<>(
              new Evidence.EvidenceCamera(
                  bins(problem).map(b -> new AxisCamera(0, b)),
                  new MomentCamera(problem, coordinates(problem), false)),
              false));
    }

    @Override
    public Report report(Problem problem, List<Observed> observed) {
      Problem believed = assumed.map(problem::with).orElse(problem);
      List<Theory> theories = new ArrayList<>();
      assembly.predictions().forEach(q -> theories.add(new Theory(q, believed)));
      Court court = new Court(problem, bins(problem), theories, assumed.isPresent());
      return court.judge(observed, p.errorProbability(), p.resolution());
    }
  }
}
