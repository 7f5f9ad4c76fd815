package org.thalweg.engine.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.engine.catalogue.PluginEntry;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;
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

  /** What is varied: {@code org.thalweg.engine.sweep.SweepReader} reads it. */
  private static JsonNode sweep() {
    return JsonText.read(
            """
            {"type": "object",
             "description": "what is varied, for thalweg run: a product of axes, and replicas",
             "additionalProperties": false,
             "anyOf": [{"required": ["over"]}, {"required": ["replicas"]}],
             "properties": {
               "over": {
                 "description": "the axes; paths in one object go together",
                 "type": "array",
                 "minItems": 1,
                 "items": {
                   "type": "object",
                   "minProperties": 1,
                   "additionalProperties": {
                     "description":
                       "a list of values, or linspace(from, to, count), logspace(from, to, count), range(from, to, step)",
                     "anyOf": [
                       {"type": "array", "minItems": 1},
                       {"type": "string", "pattern": "^\\\\s*(linspace|logspace|range)\\\\s*\\\\("},
                       {"type": "object",
                        "minProperties": 1,
                        "maxProperties": 1,
                        "propertyNames": {"enum": ["linspace", "logspace", "range"]},
                        "additionalProperties":
                          {"type": "array", "minItems": 2, "maxItems": 3, "items": {"type": "number"}}}
                     ]}}},
               "replicas": {
                 "description": "how often each point is run, with seeds of their own",
                 "type": "integer",
                 "minimum": 1},
               "figures": {
                 "description": "the quantities to be drawn, such as moments.variance-x0",
                 "type": "array",
                 "items": {"type": "string"}}}}
            """)
        .orThrow();
  }

  private static JsonNode described(String doc, JsonNode type) {
    return JsonNode.object().with("type", type).with("description", JsonNode.string(doc));
  }
}
