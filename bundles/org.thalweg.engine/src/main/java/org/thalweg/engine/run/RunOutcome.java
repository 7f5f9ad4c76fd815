package org.thalweg.engine.run;

import java.util.ArrayList;
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

  /**
   * What failed, methods first.
   *
   * @return one line for each method or analyzer that failed: its id and why
   */
  public List<String> failures() {
    List<String> lines = new ArrayList<>();
    for (MethodOutcome m : methods) {
      m.failure().ifPresent(f -> lines.add(m.info().id() + ": " + reason(f)));
    }
    for (AnalyzerOutcome a : analyzers) {
      a.failure().ifPresent(f -> lines.add(a.id() + ": " + reason(f)));
    }
    return lines;
  }

  /**
   * Why something failed, in a line.
   *
   * @param failure what was thrown
   * @return its message, or what it is where it has none
   */
  public static String reason(Throwable failure) {
    String message = failure.getMessage();
    if (failure instanceof InterruptedException) {
      return "cancelled";
    }
    if (failure instanceof OutOfMemoryError) {
      return "out of memory; raise it with THALWEG_JAVA_OPTS=-Xmx8g, or ask for less";
    }
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }
}
