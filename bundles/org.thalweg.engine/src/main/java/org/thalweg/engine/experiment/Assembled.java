package org.thalweg.engine.experiment;

import java.util.List;
import org.thalweg.api.analysis.Analyzer;
import org.thalweg.api.analysis.MethodInfo;
import org.thalweg.api.method.Method;
import org.thalweg.api.problem.Problem;
import org.thalweg.engine.catalogue.Origin;
import org.thalweg.engine.files.InputFile;
import org.thalweg.params.JsonText;
import org.thalweg.params.RecordWriter;

/**
 * An experiment ready to run.
 *
 * @param experiment what the file said, every default filled in
 * @param problem the problem
 * @param methods the methods, in the file's order
 * @param analyzers the analyzers, in the file's order
 * @param saveTimes when the distribution is observed
 * @param seed the seed of all randomness
 * @param inputs the files that were read, in the order of reading
 * @param origins the bundles whose plugins were assembled, by name
 */
public record Assembled(
    Experiment experiment,
    Problem problem,
    List<NamedMethod> methods,
    List<NamedAnalyzer> analyzers,
    List<Double> saveTimes,
    long seed,
    List<InputFile> inputs,
    List<Origin> origins) {
  /**
   * A method with its name.
   *
   * @param info its id, type and dynamics
   * @param method the method
   */
  public record NamedMethod(MethodInfo info, Method method) {}

  /**
   * An analyzer with its name.
   *
   * @param id its id
   * @param type the plugin's id
   * @param analyzer the analyzer
   */
  public record NamedAnalyzer(String id, String type, Analyzer analyzer) {}

  /**
   * The experiment as text, from which the run can be repeated.
   *
   * @return JSON with every default filled in
   */
  public String resolved() {
    return JsonText.write(RecordWriter.write(experiment));
  }

  /**
   * The same experiment with another seed; what has been assembled is shared.
   *
   * @param other the seed
   * @return an experiment ready to run
   */
  public Assembled withSeed(long other) {
    Experiment reseeded = experiment.withSeed(other);
    return new Assembled(reseeded, problem, methods, analyzers, saveTimes, other, inputs, origins);
  }
}
