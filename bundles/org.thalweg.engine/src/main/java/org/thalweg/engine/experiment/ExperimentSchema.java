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
    keys.put("sweep", sweep());
    return keys;
  }

  private static JsonNode sweep() {
    JsonNode values =
        JsonNode.object()
            .with(
                "type",
                JsonNode.array(List.of(JsonNode.string("array"), JsonNode.string("string"))))
            .with(
                "description",
                JsonNode.string("a list of values, or such as \"logspace(1e-3, 1e-1, 20)\""));
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    properties.put(
        "over",
        described(
                "the axes, whose product is run: objects from path to values, such as"
                    + " {\"problem.batch\": [1, 8]}; paths in one object go together",
                JsonNode.string("array"))
            .with(
                "items",
                JsonNode.object()
                    .with("type", JsonNode.string("object"))
                    .with("additionalProperties", values)));
    properties.put(
        "replicas",
        described("how often each point is run, with seeds of its own", JsonNode.string("integer"))
            .with("minimum", JsonNode.integer(1)));
    properties.put(
        "figures",
        described("the quantities to be drawn", JsonNode.string("array"))
            .with("items", JsonNode.object().with("type", JsonNode.string("string"))));
    return described("runs the experiment at many points", JsonNode.string("object"))
        .with("properties", JsonNode.object(properties))
        .with("additionalProperties", JsonNode.truth(false));
  }

  private static JsonNode described(String doc, JsonNode type) {
    return JsonNode.object().with("type", type).with("description", JsonNode.string(doc));
  }
}
