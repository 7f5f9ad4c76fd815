package org.thalweg.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.thalweg.engine.files.InputFile;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;

/**
 * The run whose experiment is run again: knows which files it read.
 *
 * @param folder its folder; empty if the experiment is not that of a run
 * @param inputs by path, the SHA-256 of what it read
 */
record EarlierRun(Path folder, Map<String, Set<String>> inputs) {
  private static final String RESULT = "result.json";

  /** The run of an experiment's file; one that read nothing if it is not that of a run. */
  static EarlierRun of(ExperimentFile file) {
    Map<String, Set<String>> inputs = new LinkedHashMap<>();
    Path folder = file.run().orElse(Path.of(""));
    Path result = folder.resolve(RESULT);
    if (file.run().isPresent() && Files.isRegularFile(result)) {
      try {
        JsonText.read(Files.readString(result))
            .value()
            .filter(json -> json.type() == JsonNode.Type.OBJECT)
            .flatMap(json -> json.get("inputs"))
            .ifPresent(list -> list.elements().forEach(input -> add(input, inputs)));
      } catch (IOException e) {
        return new EarlierRun(folder, Map.of()); // what cannot be compared stops no run
      }
    }
    return new EarlierRun(folder, inputs);
  }

  private static void add(JsonNode input, Map<String, Set<String>> to) {
    if (input.type() != JsonNode.Type.OBJECT) {
      return;
    }
    Optional<JsonNode> path = input.get("path");
    Optional<JsonNode> sha256 = input.get("sha256");
    if (path.isPresent() && sha256.isPresent()) {
      to.computeIfAbsent(path.get().text(), p -> new LinkedHashSet<>()).add(sha256.get().text());
    }
  }

  /** One line for each file that is not what the earlier run read. */
  List<String> changes(List<InputFile> now) {
    List<String> changes = new ArrayList<>();
    for (InputFile file : now) {
      Set<String> before = inputs.getOrDefault(file.path(), Set.of());
      if (!before.isEmpty() && !before.contains(file.sha256())) {
        changes.add(
            InputFile.changed(file.path(), String.join(", ", before), file.sha256())
                + " since the run in "
                + folder
                + "; the numbers will be others; put the old file back to repeat that run");
      }
    }
    return changes;
  }
}
