package org.thalweg.params;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.thalweg.api.plugin.Factory;
import org.thalweg.api.plugin.Kind;
import org.thalweg.api.plugin.Ref;

/**
 * Writes the JSON Schema (2020-12) of what {@link Binder} binds: types, bounds, names, and for each
 * reference one alternative per installed plugin, told apart by its {@code "type"}.
 *
 * <p>Every kind of plugin is one definition, to which references point, so that plugins may refer
 * to their own kind. What an experiment accepts the schema accepts; rules about several values
 * together are the experiment's alone.
 */
public final class SchemaWriter {
  private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
  private static final String OBJECT = "object";

  private final PluginLookup plugins;
  private final BiFunction<Kind, String, String> docs;
  private final Map<String, JsonNode> definitions = new TreeMap<>();

  /**
   * A writer.
   *
   * @param plugins the plugins that references may name
   * @param docs what a plugin is, by kind and id
   */
  public SchemaWriter(PluginLookup plugins, BiFunction<Kind, String, String> docs) {
    this.plugins = plugins;
    this.docs = docs;
  }

  /**
   * Writes the schema of a file.
   *
   * @param title what such a file is
   * @param defaults the default instance of the record that the file holds
   * @param changed schemas of keys that someone else reads, or reads in another way
   * @return the whole document
   */
  public JsonNode write(String title, Record defaults, Map<String, JsonNode> changed) {
    definitions.clear();
    JsonNode root = record(defaults.getClass(), defaults, Optional.empty(), Map.of());
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    JsonNode declared = root.get("properties").orElseThrow();
    declared.keys().forEach(key -> properties.put(key, declared.get(key).orElseThrow()));
    properties.putAll(changed);
    Map<String, JsonNode> members = new LinkedHashMap<>();
    members.put("$schema", JsonNode.string(DIALECT));
    members.put("title", JsonNode.string(title));
    root.keys().forEach(key -> members.put(key, root.get(key).orElseThrow()));
    members.put("properties", JsonNode.object(properties));
    members.put("$defs", JsonNode.object(definitions));
    return JsonNode.object(members);
  }

  /** The tag that tells a record apart from others in the same place. */
  private record Tag(String name, boolean required) {}

  private JsonNode record(
      Class<? extends Record> type,
      Record defaults,
      Optional<Tag> tag,
      Map<String, JsonNode> beside) {
    Map<String, JsonNode> properties = new LinkedHashMap<>();
    List<JsonNode> required = new ArrayList<>();
    tag.ifPresent(
        t -> {
          properties.put(
              Component.TYPE, JsonNode.object(Map.of("const", JsonNode.string(t.name()))));
          if (t.required()) {
            required.add(JsonNode.string(Component.TYPE));
          }
        });
    Optional<Component> reference = Optional.empty();
    for (Component c : Component.of(type)) {
      if (c.beside()) {
        reference = Optional.of(c);
        continue;
      }
      Object value = defaults == null ? null : c.in(defaults);
      properties.put(c.name(), documented(c, value));
      if (mustBeGiven(c, value)) {
        required.add(JsonNode.string(c.name()));
      }
    }
    if (reference.isPresent()) {
      return pluginsOf(((Shape.Reference) reference.get().shape()).kind(), properties);
    }
    properties.putAll(beside);
    Map<String, JsonNode> members = new LinkedHashMap<>();
    members.put("type", JsonNode.string(OBJECT));
    members.put("properties", JsonNode.object(properties));
    if (!required.isEmpty()) {
      members.put("required", JsonNode.array(required));
    }
    members.put("additionalProperties", JsonNode.truth(false));
    return JsonNode.object(members);
  }

  private static boolean mustBeGiven(Component c, Object value) {
    boolean standard =
        c.shape() instanceof Shape.Maybe
            || c.shape() instanceof Shape.Nested nested
                && Component.standard(nested.type()) != null;
    return c.required() || value == null && !standard;
  }

  private JsonNode documented(Component c, Object value) {
    Limits limits = new Limits(c, null);
    Object shown = c.required() ? null : value;
    JsonNode schema = schema(c.shape(), shown, limits);
    StringBuilder text = new StringBuilder(c.doc());
    if (!limits.unit().isEmpty()) {
      text.append(" [").append(limits.unit()).append(']');
    }
    Optional<JsonNode> written = written(c.shape(), shown);
    written.ifPresent(w -> text.append("; default ").append(w));
    if (!text.isEmpty()) {
      schema = schema.with("description", JsonNode.string(text.toString()));
    }
    return written.isPresent() ? schema.with("default", written.get()) : schema;
  }

  private static Optional<JsonNode> written(Shape shape, Object value) {
    boolean brief =
        shape instanceof Shape.Scalar
            || shape instanceof Shape.Constant
            || shape instanceof Shape.Sequence
            || shape instanceof Shape.Reference reference
                && reference.kind().shorthand().isPresent();
    if (value == null || !brief) {
      return Optional.empty();
    }
    try {
      return Optional.of(RecordWriter.write(shape, value));
    } catch (IllegalArgumentException notFinite) {
      return Optional.empty();
    }
  }

  private JsonNode schema(Shape shape, Object value, Limits limits) {
    if (shape instanceof Shape.Scalar scalar) {
      return scalar(scalar, limits);
    }
    if (shape instanceof Shape.Constant constant) {
      return JsonNode.object(
          Map.of("enum", JsonNode.array(constant.names().stream().map(JsonNode::string).toList())));
    }
    if (shape instanceof Shape.Maybe maybe) {
      Object inner = value == null ? null : RecordWriter.inner(value);
      return anyOf(schema(maybe.element(), inner, limits), typed("null"));
    }
    if (shape instanceof Shape.Sequence sequence) {
      JsonNode element = schema(sequence.element(), null, limits);
      JsonNode array = typed("array").with("items", element);
      boolean bare = sequence.array() != null && sequence.element() instanceof Shape.Scalar;
      return bare ? anyOf(array, element) : array;
    }
    if (shape instanceof Shape.Nested nested) {
      Record base = value != null ? (Record) value : Component.standard(nested.type());
      return record(nested.type(), base, Optional.empty(), Map.of());
    }
    if (shape instanceof Shape.OneOf oneOf) {
      return oneOf(oneOf, value);
    }
    return reference(((Shape.Reference) shape).kind(), (Ref<?>) value, limits);
  }

  private static JsonNode scalar(Shape.Scalar scalar, Limits limits) {
    return switch (scalar) {
      case DOUBLE -> bounded(typed("number"), limits);
      case LONG, INT -> bounded(typed("integer"), limits);
      case BOOLEAN -> typed("boolean");
      case STRING -> typed("string");
    };
  }

  private static JsonNode bounded(JsonNode schema, Limits limits) {
    JsonNode out = schema;
    if (!Double.isInfinite(limits.min())) {
      out =
          out.with(limits.above() ? "exclusiveMinimum" : "minimum", JsonNode.number(limits.min()));
    }
    return Double.isInfinite(limits.max())
        ? out
        : out.with("maximum", JsonNode.number(limits.max()));
  }

  /** One alternative for each record; that of the default needs no tag. */
  private JsonNode oneOf(Shape.OneOf shape, Object value) {
    List<JsonNode> alternatives = new ArrayList<>();
    for (Shape.Alternative a : shape.alternatives()) {
      boolean usual = value != null && value.getClass() == a.type();
      Record base = usual ? (Record) value : Component.standard(a.type());
      JsonNode schema = record(a.type(), base, Optional.of(new Tag(a.name(), !usual)), Map.of());
      alternatives.add(described(schema, a.choice().doc()));
    }
    return JsonNode.object(Map.of("oneOf", JsonNode.array(alternatives)));
  }

  private JsonNode reference(Kind kind, Ref<?> usual, Limits limits) {
    define(kind);
    JsonNode named = JsonNode.object(Map.of("$ref", JsonNode.string("#/$defs/" + kind.label())));
    List<JsonNode> ways = new ArrayList<>();
    ways.add(named);
    if (kind.shorthand().isPresent()) {
      ways.add(0, bounded(typed("number"), limits));
    }
    if (usual != null) { // without its type the default plugin is meant
      ways.add(
          typed(OBJECT)
              .with("properties", JsonNode.object(Map.of(Component.TYPE, JsonNode.truth(false)))));
    }
    return ways.size() == 1 ? named : anyOf(ways.toArray(JsonNode[]::new));
  }

  private void define(Kind kind) {
    if (!definitions.containsKey(kind.label())) {
      definitions.put(kind.label(), JsonNode.truth(true)); // it may refer to itself
      definitions.put(kind.label(), pluginsOf(kind, Map.of()));
    }
  }

  private JsonNode pluginsOf(Kind kind, Map<String, JsonNode> beside) {
    List<JsonNode> alternatives = new ArrayList<>();
    for (String id : new TreeSet<>(plugins.ids(kind))) {
      Optional<Record> defaults = plugins.find(kind, id).map(Factory::defaults);
      if (defaults.isPresent()) {
        JsonNode schema =
            record(
                defaults.get().getClass(), defaults.get(), Optional.of(new Tag(id, true)), beside);
        alternatives.add(described(schema, docs.apply(kind, id)));
      }
    }
    return JsonNode.object(Map.of("oneOf", JsonNode.array(alternatives)));
  }

  private static JsonNode described(JsonNode schema, String doc) {
    return doc.isEmpty() ? schema : schema.with("description", JsonNode.string(doc));
  }

  private static JsonNode typed(String type) {
    return JsonNode.object(Map.of("type", JsonNode.string(type)));
  }

  private static JsonNode anyOf(JsonNode... schemas) {
    return JsonNode.object(Map.of("anyOf", JsonNode.array(List.of(schemas))));
  }
}
