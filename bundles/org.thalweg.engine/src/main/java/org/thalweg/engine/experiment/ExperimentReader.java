package org.thalweg.engine.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.files.ArrayFiles;
import org.thalweg.params.Binder;
import org.thalweg.params.Checked;
import org.thalweg.params.Finding;
import org.thalweg.params.InvalidExperimentException;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;

/**
 * Reads an experiment, finds everything that is wrong with it, and has assembled what it names.
 *
 * <p>Nothing runs before the whole experiment has been found good.
 */
public final class ExperimentReader {
  /** Keys that stand in a file for others: editors find the schema by the first. */
  private static final String[] OTHER_KEYS = {"$schema"};

  private static final String SWEEP = "sweep";

  private final Snapshot catalogue;
  private final ArrayFiles files;
  private final Findings findings = new Findings();

  private ExperimentReader(Snapshot catalogue, Path folder) {
    this.catalogue = catalogue;
    this.files = new ArrayFiles(folder);
  }

  /**
   * Reads and assembles an experiment that stands in no folder: paths of files that it names begin
   * at the current one.
   *
   * @param text the experiment's file
   * @param settings values that replace those of the file: path and value as typed, in order
   * @param catalogue the plugins to use
   * @return the experiment, ready to run
   * @throws InvalidExperimentException with all findings, if there are any
   */
  public static Assembled read(
      String text, List<Map.Entry<String, String>> settings, Snapshot catalogue) {
    return read(text, settings, Path.of(""), catalogue);
  }

  /**
   * Reads and assembles an experiment.
   *
   * @param text the experiment's file
   * @param settings values that replace those of the file: path and value as typed, in order
   * @param folder where paths of files that the experiment names begin: the folder of its file
   * @param catalogue the plugins to use
   * @return the experiment, ready to run
   * @throws InvalidExperimentException with all findings, if there are any
   */
  public static Assembled read(
      String text, List<Map.Entry<String, String>> settings, Path folder, Snapshot catalogue) {
    Checked<JsonNode> tree = tree(text, settings);
    if (tree.value().isEmpty()) {
      throw new InvalidExperimentException(tree.findings());
    }
    return read(tree.value().get(), tree.findings(), folder, catalogue);
  }

  /**
   * Reads an experiment's file without looking at what it means.
   *
   * @param text the experiment's file
   * @param settings values that replace those of the file: path and value as typed, in order
   * @return the tree, if the text is JSON, and what is wrong with text and settings
   */
  public static Checked<JsonNode> tree(String text, List<Map.Entry<String, String>> settings) {
    Checked<JsonNode> json = JsonText.read(text);
    if (json.value().isEmpty()) {
      return json;
    }
    JsonNode node = json.value().get();
    List<Finding> unset = new ArrayList<>(json.findings());
    for (Map.Entry<String, String> setting : settings) {
      try {
        node = node.set(setting.getKey(), setting.getValue());
      } catch (InvalidExperimentException e) {
        unset.addAll(e.findings());
      }
    }
    return new Checked<>(Optional.of(node), unset);
  }

  /**
   * Assembles an experiment that has been read.
   *
   * @param tree the experiment
   * @param earlier what was found when it was read, told before anything else
   * @param folder where paths of files that the experiment names begin
   * @param catalogue the plugins to use
   * @return the experiment, ready to run
   * @throws InvalidExperimentException with all findings, if there are any
   */
  public static Assembled read(
      JsonNode tree, List<Finding> earlier, Path folder, Snapshot catalogue) {
    ExperimentReader reader = new ExperimentReader(catalogue, folder);
    reader.checkFormat(tree);
    if (tree.get(SWEEP).isPresent()) {
      reader.findings.add(
          SWEEP,
          "one experiment is needed here, not many; thalweg run does sweeps; remove the key");
      return reader.read(seedAsText(tree.without(SWEEP)), earlier);
    }
    return reader.read(seedAsText(tree), earlier);
  }

  private Assembled read(JsonNode node, List<Finding> unset) {
    Binder binder = new Binder(catalogue);
    ExperimentAssembly assembly = new ExperimentAssembly(catalogue, files, findings);
    Checked<Experiment> bound = binder.bind(node, Experiment.DEFAULTS, OTHER_KEYS).after(unset);
    findings.addAll(bound.findings());
    if (bound.value().isPresent()) {
      Experiment experiment = bound.value().get();
      checkNumerics(experiment);
      return assembly.assemble(experiment.resolved());
    }
    assembly.assembleSound(node, binder);
    findings.throwIfAny();
    throw new IllegalStateException("an experiment that cannot be bound has findings");
  }

  /** A newer format is refused before its unknown keys are complained of. */
  private void checkFormat(JsonNode node) {
    Optional<JsonNode> format =
        node.type() == JsonNode.Type.OBJECT ? node.get("thalweg") : Optional.empty();
    if (format.isPresent()
        && format.get().type() == JsonNode.Type.NUMBER
        && !format.get().text().equals(Long.toString(Experiment.FORMAT))) {
      findings.add(
          "thalweg",
          "format "
              + format.get().text()
              + " is not known; this workbench reads format "
              + Experiment.FORMAT
              + ", a newer one may be needed");
      findings.throwIfAny();
    }
  }

  private void checkNumerics(Experiment experiment) {
    long wanted = experiment.numerics().orElse(Experiment.NUMERICS);
    if (wanted != Experiment.NUMERICS) {
      findings.add(
          "numerics",
          wanted
              + " cannot be reproduced to the bit, this workbench has numerics version "
              + Experiment.NUMERICS
              + "; remove the key to run with that");
    }
  }

  private static JsonNode seedAsText(JsonNode node) {
    if (node.type() != JsonNode.Type.OBJECT) {
      return node;
    }
    return node.get("seed")
        .filter(seed -> seed.type() == JsonNode.Type.NUMBER)
        .map(seed -> node.with("seed", JsonNode.string(seed.text())))
        .orElse(node);
  }
}
