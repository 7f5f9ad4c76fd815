package org.thalweg.itests.sweep;

import java.util.List;
import java.util.Optional;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.AnalyzerFactory;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.Observed;
import org.thalweg.api.analysis.Observer;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.analysis.Result;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.api.plugin.Param;
import org.thalweg.api.problem.Problem;
import org.thalweg.api.problem.Setting;

/** An analyzer that fails on request, and else gives numbers that are known beforehand. */
final class Fragile implements AnalyzerFactory<Fragile.Params> {
  /** What it reports and when it fails. */
  record Params(
      @Param(doc = "what it reports") double value,
      @Param(doc = "from which value on it fails") double failsFrom) {}

  @Override
  public Params defaults() {
    return new Params(1, 1e300);
  }

  @Override
  public Analyzer create(Params p, Setting setting, Assembly assembly) {
    return new Analyzer() {
      @Override
      public Optional<Observer> observer(Problem problem, MethodInfo method) {
        return Optional.empty();
      }

      @Override
      public Report report(Problem problem, List<Observed> observed) {
        if (p.value() >= p.failsFrom()) {
          throw new IllegalStateException("the value " + p.value() + " is too much");
        }
        double value = p.value() == -1 ? Double.POSITIVE_INFINITY : p.value();
        return Report.EMPTY.with(List.of(new Result("value", "", value, 0.5, "loss")));
      }
    };
  }
}
