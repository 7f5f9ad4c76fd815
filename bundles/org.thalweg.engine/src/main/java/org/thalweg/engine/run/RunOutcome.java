package org.thalweg.engine.run;

import java.util.List;
import java.util.Optional;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.analysis.NamedArray;
import org.thalweg.api.analysis.Report;
import org.thalweg.api.method.MethodResult.Fact;

/**
 * What came of a run.
 *
 * @param status how it ended
 * @param methods one outcome per method, in the experiment's order
 * @param analyzers one outcome per analyzer, in the experiment's order
 */
public record RunOutcome(
    Status status, List<MethodOutcome> methods, List<AnalyzerOutcome> analyzers) {
  /** How a run ended. */
  public enum Status {
    /** Everything was done. */
    COMPLETED,
    /** It was stopped on request. */
    CANCELLED,
    /** A method or an analyzer failed; the others' results stand. */
    FAILED
  }

  /**
   * What came of one method.
   *
   * @param info the method
   * @param facts its numerical facts
   * @param arrays what it keeps
   * @param seconds how long it took
   * @param failure why it failed, if it did
   */
  public record MethodOutcome(
      MethodInfo info,
      List<Fact> facts,
      List<NamedArray> arrays,
      double seconds,
      Optional<Throwable> failure) {}

  /**
   * What came of one analyzer.
   *
   * @param id its id
   * @param type the plugin's id
   * @param report what it reports; empty if it failed
   * @param failure why it failed, if it did
   */
  public record AnalyzerOutcome(
      String id, String type, Report report, Optional<Throwable> failure) {}
}
