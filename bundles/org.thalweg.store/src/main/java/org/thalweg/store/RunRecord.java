package org.thalweg.store;

import java.util.List;
import java.util.Locale;
import org.thalweg.api.analysis.Judgement;
import org.thalweg.api.method.MethodResult;

/**
 * How a run went: the part of its result that is not a table, an array or a figure. Equal runs have
 * equal records.
 *
 * @param name the experiment's name
 * @param status how the run ended
 * @param message why it was cancelled or failed; empty if it completed
 * @param numericsVersion the numerics version of the experiment
 * @param methods the methods, in the experiment's order
 * @param inputs the files that the experiment read, in the order of reading
 * @param judgements the verdict's lines
 * @param warnings what the reader should know, one line each
 */
public record RunRecord(
    String name,
    Status status,
    String message,
    long numericsVersion,
    List<Method> methods,
    List<Input> inputs,
    List<Judgement> judgements,
    List<String> warnings) {
  /** How a run ended. Walkers that diverged are a measurement, not a failure. */
  public enum Status {
    /** Everything was done. */
    COMPLETED,
    /** The user stopped it; what is there is right, but not all. */
    CANCELLED,
    /** An error stopped it. */
    FAILED;

    /**
     * The status as it stands in the result.
     *
     * @return the name in lower case
     */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A method's numerical facts.
   *
   * @param id the method's id in the experiment
   * @param type the plugin's id
   * @param facts steps, walkers lost, mass kept, errors
   */
  public record Method(String id, String type, List<MethodResult.Fact> facts) {
    /**
     * Keeps the facts from changing.
     *
     * @param id the method's id
     * @param type the plugin's id
     * @param facts its numerical facts
     */
    public Method {
      facts = List.copyOf(facts);
    }
  }

  /**
   * A file that the experiment read.
   *
   * @param path the path as the experiment gives it
   * @param sha256 the SHA-256 of its bytes in hexadecimal, by which a changed file is seen
   * @param bytes its length
   */
  public record Input(String path, String sha256, long bytes) {}

  /**
   * Keeps the lists from changing.
   *
   * @param name the experiment's name
   * @param status how the run ended
   * @param message why it did not complete
   * @param numericsVersion the numerics version
   * @param methods the methods
   * @param inputs the files that were read
   * @param judgements the verdict's lines
   * @param warnings what the reader should know
   */
  public RunRecord {
    methods = List.copyOf(methods);
    inputs = List.copyOf(inputs);
    judgements = List.copyOf(judgements);
    warnings = List.copyOf(warnings);
  }
}
