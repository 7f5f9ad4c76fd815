package org.thalweg.engine.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.engine.catalogue.PluginEntry;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.params.JsonNode;
import org.thalweg.params.SchemaWriter;

/** The JSON Schema of experiment files, for exactly the plugins that are installed. */
public final class ExperimentSchema {
  private ExperimentSchema() {}

  /**
   * Writes the schema.
   *
   * @param plugins what is installed
   * @return the whole document
   */
  public static JsonNode of(Snapshot plugins) {
    Map<String, String> docs = new LinkedHashMap<>();
    for (PluginEntry e : plugins.entries()) {
      String formula = e.formula().isEmpty() ? "" : "\n" + e.formula();
      String source = e.reference().isEmpty() ? "" : "\n" + e.reference();
      docs.put(e.kind() + " " + e.id(), e.doc() + formula + source);
    }
    return new SchemaWriter(plugins, (kind, id) -> docs.getOrDefault(kind + " " + id, ""))
        .write("Thalweg experiment", Experiment.DEFAULTS, otherKeys());
  }

  /** The keys that the reader takes beside or before the record's own. */
  private static Map<String, JsonNode> otherKeys() {
    Map<String, JsonNode> keys = new LinkedHashMap<>();
    keys.put("$schema", described("where an editor finds this schema", JsonNode.string("string")));
    keys.put(
        "thalweg",
        JsonNode.object()
            .with("const", JsonNode.integer(Experiment.FORMAT))
            .with("description", JsonNode.string("version of the file's format")));
    keys.put(
        "seed",
        described(
            "seed of all randomness, an integer of 64 bits; default \"1\"",
            JsonNode.array(List.of(JsonNode.string("string"), JsonNode.string("integer")))));
    return keys;
  }

  private static JsonNode described(String doc, JsonNode type) {
    return JsonNode.object().with("type", type).with("description", JsonNode.string(doc));
  }
}
