package org.thalweg.engine.describe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.api.plugin.Kind;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;
import org.thalweg.params.Parameter;

/**
 * All that is known of one plugin or prediction without running it.
 *
 * @param kind what it makes: a kind's label, or {@link #PREDICTION}
 * @param id its name in experiment files
 * @param doc what it is, in one line
 * @param formula the model as a formula; may be empty
 * @param reference where it comes from; may be empty
 * @param bundle the symbolic name of its bundle
 * @param version the version of its bundle
 * @param parameters its parameters in the order of declaration; none for a prediction
 * @param example a reference as an experiment would write it; empty for a prediction
 */
public record Description(
    String kind,
    String id,
    String doc,
    String formula,
    String reference,
    String bundle,
    String version,
    List<Parameter> parameters,
    Optional<JsonNode> example) {
  /** The kind's label of closed forms, which experiments do not name. */
  public static final String PREDICTION = "prediction";

  /**
   * The description for programs.
   *
   * @return an object; what is not known is left out
   */
  public JsonNode json() {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    members.put("kind", JsonNode.string(kind));
    members.put("name", JsonNode.string(id));
    text(members, "doc", doc);
    text(members, "formula", formula);
    text(members, "reference", reference);
    text(members, "bundle", bundle);
    text(members, "version", version);
    if (!kind.equals(PREDICTION)) {
      members.put(
          "parameters", JsonNode.array(parameters.stream().map(Description::json).toList()));
    }
    example.ifPresent(e -> members.put("example", e));
    return JsonNode.object(members);
  }

  /**
   * The kind of plugin that an alternative stands for.
   *
   * @param a an alternative of a parameter
   * @return the kind where any of its plugins may be given; empty for a name that stands for itself
   */
  public static Optional<Kind> referred(Parameter.Alternative a) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.label().equals(a.name()) && a.doc().equals(Parameter.ANY_PLUGIN))
        .findFirst();
  }

  private static JsonNode json(Parameter p) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    members.put("path", JsonNode.string(p.path()));
    text(members, "when", p.when());
    text(members, "type", p.type());
    text(members, "unit", p.unit());
    if (!Double.isInfinite(p.min())) {
      members.put(p.above() ? "above" : "min", JsonNode.number(p.min()));
    }
    if (!Double.isInfinite(p.max())) {
      members.put("max", JsonNode.number(p.max()));
    }
    members.put("required", JsonNode.truth(p.required()));
    p.defaultText()
        .ifPresent(
            t ->
                members.put(
                    "default", JsonText.read(t).value().orElseGet(() -> JsonNode.string(t))));
    text(members, "doc", p.doc());
    if (!p.alternatives().isEmpty()) {
      List<JsonNode> names = new ArrayList<>();
      for (Parameter.Alternative a : p.alternatives()) {
        Map<String, JsonNode> alternative = new LinkedHashMap<>();
        alternative.put("name", JsonNode.string(a.name()));
        text(alternative, "doc", a.doc());
        names.add(JsonNode.object(alternative));
      }
      members.put("alternatives", JsonNode.array(names));
    }
    return JsonNode.object(members);
  }

  private static void text(Map<String, JsonNode> members, String key, String value) {
    if (!value.isEmpty()) {
      members.put(key, JsonNode.string(value));
    }
  }
}
