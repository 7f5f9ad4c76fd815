package org.thalweg.engine.experiment;

import java.util.List;
import java.util.OptionalLong;
import org.thalweg.api.plugin.Param;

/**
 * An experiment as its file says it.
 *
 * @param thalweg the version of the file's format
 * @param numerics the numerics version of the results to be reproduced; this workbench's if missing
 * @param problem the problem
 * @param methods how it is solved
 * @param analyzers what is observed and reported
 * @param save when it is observed
 * @param seed the seed of all randomness, an integer of 64 bits in decimal digits
 */
public record Experiment(
    @Param(doc = "version of the file's format", min = 1, required = true) long thalweg,
    @Param(doc = "numerics version of the results to be reproduced") OptionalLong numerics,
    @Param(doc = "the problem", required = true) ProblemSpec problem,
    @Param(doc = "how it is solved", required = true) List<MethodSpec> methods,
    @Param(doc = "what is observed and reported") List<AnalyzerSpec> analyzers,
    @Param(doc = "when it is observed") SaveSpec save,
    @Param(doc = "seed of all randomness, an integer of 64 bits") String seed) {
  /** The version of the file's format that this workbench reads and writes. */
  public static final long FORMAT = 1;

  /**
   * Stands for everything that numbers depend on beside the experiment: chunk size, generator,
   * normal algorithm, block mathematics and the order of reduction.
   */
  public static final long NUMERICS = 2;

  static final Experiment DEFAULTS =
      new Experiment(
          FORMAT,
          OptionalLong.empty(),
          new ProblemSpec(),
          List.of(),
          List.of(),
          SaveSpec.DEFAULTS,
          "1");

  /** The same with every name and the numerics version filled in. */
  Experiment resolved() {
    return new Experiment(
        thalweg,
        OptionalLong.of(NUMERICS),
        problem,
        methods.stream().map(MethodSpec::named).toList(),
        analyzers.stream().map(AnalyzerSpec::named).toList(),
        save,
        seed);
  }

  /** The same with another seed. */
  Experiment withSeed(long other) {
    return new Experiment(
        thalweg, numerics, problem, methods, analyzers, save, Long.toString(other));
  }
}
