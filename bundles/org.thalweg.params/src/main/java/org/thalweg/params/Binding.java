package org.thalweg.params;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.thalweg.api.plugin.Factory;
import org.thalweg.api.plugin.InvalidParameterException;
import org.thalweg.api.plugin.Kind;
import org.thalweg.api.plugin.Ref;

/**
 * The work of binding one tree: records, choices and references; null stands for "has findings".
 */
final class Binding {
  private final PluginLookup plugins;
  private final Problems problems;
  private final Values values;
  // For this one tree only, so that no class of a plugin outlives it here.
  private final Map<Class<?>, List<Component>> components = new HashMap<>();
  private int depth;

  Binding(PluginLookup plugins, Problems problems) {
    this.plugins = plugins;
    this.problems = problems;
    this.values = new Values(this, problems);
  }

  /**
   * What is special about the object that a record is bound to.
   *
   * @param otherKeys keys that someone else reads
   * @param anyKeys whether all unknown keys are someone else's
   * @param tagged whether "type" belongs to the object
   * @param given whether required keys may come from the defaults, which a person gave in code
   */
  record Scope(Set<String> otherKeys, boolean anyKeys, boolean tagged, boolean given) {
    static final Scope PLAIN = new Scope(Set.of(), false, false, false);
    static final Scope ANY_KEYS = new Scope(Set.of(), true, false, false);

    static Scope of(Set<String> otherKeys) {
      return new Scope(otherKeys, false, false, false);
    }

    Scope withType() {
      return new Scope(otherKeys, anyKeys, true, given);
    }

    Scope givenIf(boolean alsoGiven) {
      return new Scope(otherKeys, anyKeys, tagged, alsoGiven);
    }
  }

  Record record(JsonNode node, Class<? extends Record> type, Record defaults, Scope scope) {
    if (node.type() != JsonNode.Type.OBJECT) {
      problems.add(
          node.path(),
          "expected an object, found "
              + Shown.described(node)
              + "; its keys: "
              + Suggestions.list(keys(type, scope)));
      return null;
    }
    if (depth >= JsonText.DEEPEST) {
      problems.add(node.path(), "nested deeper than " + JsonText.DEEPEST + " levels");
      return null;
    }
    depth++;
    try {
      return recordWithin(node, type, defaults, scope);
    } finally {
      depth--;
    }
  }

  private static List<String> keys(Class<? extends Record> type, Scope scope) {
    List<String> keys = new ArrayList<>();
    for (Component c : Component.of(type)) {
      keys.add(c.beside() ? Component.TYPE : c.name());
    }
    keys.addAll(scope.otherKeys());
    return keys;
  }

  /** The components that bind without a finding, by name. */
  Map<String, Object> soundParts(JsonNode node, Record defaults) {
    Map<String, Object> sound = new LinkedHashMap<>();
    if (node.type() == JsonNode.Type.OBJECT) {
      for (Component c : Component.of(defaults.getClass())) {
        Object fallback = c.in(defaults);
        Optional<JsonNode> given = node.get(c.name());
        Object value =
            given.isPresent()
                ? values.value(
                    given.get(), c.shape(), c.required() ? null : fallback, new Limits(c, null))
                : absent(c, fallback, node.place().key(c.name()), false);
        if (value != null) {
          sound.put(c.name(), value);
        }
      }
    }
    return sound;
  }

  private Record recordWithin(
      JsonNode node, Class<? extends Record> type, Record defaults, Scope scope) {
    Map<String, Component> known = new LinkedHashMap<>();
    components.computeIfAbsent(type, t -> Component.of(type)).forEach(c -> known.put(c.name(), c));
    rejectReserved(type, known, scope);
    Optional<Component> beside = known.values().stream().filter(Component::beside).findFirst();
    beside.ifPresent(c -> known.remove(c.name()));

    Map<String, Object> bound = new LinkedHashMap<>();
    boolean sound = true;
    for (String key : node.keys()) {
      Component c = known.get(key);
      if (c != null) {
        Object example = defaults == null ? null : c.in(defaults);
        Object fallback = c.required() ? null : example;
        bound.put(
            key, values.value(node.get(key).get(), c.shape(), fallback, new Limits(c, example)));
      } else if (!scope.anyKeys() && beside.isEmpty() && !allowed(key, scope)) {
        unknownKey(node, key, known.keySet(), scope);
        sound = false;
      }
    }
    for (Component c : known.values()) {
      if (!bound.containsKey(c.name())) {
        Object fallback = defaults == null ? null : c.in(defaults);
        bound.put(c.name(), absent(c, fallback, node.place().key(c.name()), scope.given()));
      }
    }
    if (beside.isPresent()) {
      Component c = beside.get();
      Object fallback = c.required() || defaults == null ? null : c.in(defaults);
      Set<String> others = new TreeSet<>(scope.otherKeys());
      others.addAll(known.keySet());
      bound.put(
          c.name(),
          reference(node, (Shape.Reference) c.shape(), (Ref<?>) fallback, Scope.of(others)));
    }
    if (!sound || bound.containsValue(null)) {
      return null;
    }
    return create(node.place(), type, bound);
  }

  private Record create(Place place, Class<? extends Record> type, Map<String, Object> bound) {
    List<Object> ordered = new ArrayList<>();
    for (var c : type.getRecordComponents()) {
      ordered.add(bound.get(c.getName()));
    }
    try {
      return Component.create(type, ordered.toArray());
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      if (cause instanceof Error error) {
        throw error;
      }
      String message =
          Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
      if (cause instanceof InvalidParameterException invalid) {
        String path = place.toString();
        String parameter = Objects.requireNonNullElse(invalid.parameter(), "");
        String joint = path.isEmpty() || parameter.isEmpty() ? "" : ".";
        problems.add(path + joint + parameter, message);
      } else if (cause instanceof IllegalArgumentException) {
        problems.add(place.toString(), message);
      } else {
        problems.add(
            place.toString(),
            "these values make "
                + type.getName()
                + " fail: "
                + cause.getClass().getName()
                + ": "
                + message);
      }
      return null;
    }
  }

  /**
   * The value of a key that is not there: the default, placed, with its own required keys seen to.
   */
  private Object absent(Component c, Object fallback, Place place, boolean given) {
    Object value = fallback;
    if (value == null && c.shape() instanceof Shape.Maybe maybe) {
      value = Values.none(maybe);
    }
    if (value == null && c.shape() instanceof Shape.Nested nested) {
      value = Component.standard(nested.type());
    }
    if (value == null || c.required() && !given) {
      values.missing(c, fallback, place, plugins);
      return null;
    }
    return placed(c.shape(), value, place, given);
  }

  private Object placed(Shape shape, Object value, Place place, boolean given) {
    if (shape instanceof Shape.Nested nested) {
      return record(empty(place), nested.type(), (Record) value, Scope.PLAIN.givenIf(given));
    }
    if (shape instanceof Shape.OneOf oneOf) {
      Shape.Alternative alternative = oneOf.of(value.getClass());
      return record(
          empty(place), alternative.type(), (Record) value, Scope.PLAIN.withType().givenIf(given));
    }
    if (shape instanceof Shape.Reference reference) {
      return reference(empty(place), reference, (Ref<?>) value, Scope.PLAIN);
    }
    if (shape instanceof Shape.Maybe maybe && value instanceof Optional<?> optional) {
      if (optional.isEmpty()) {
        return value;
      }
      Object inner = placed(maybe.element(), optional.get(), place, true);
      return inner == null ? null : Optional.of(inner);
    }
    if (shape instanceof Shape.Sequence sequence
        && sequence.array() == null
        && !(sequence.element() instanceof Shape.Scalar)) {
      List<Object> elements = new ArrayList<>();
      for (Object element : (List<?>) value) {
        elements.add(placed(sequence.element(), element, place.index(elements.size()), true));
      }
      return elements.contains(null) ? null : List.copyOf(elements);
    }
    return value;
  }

  private static JsonNode empty(Place place) {
    return JsonNode.object(Map.of(), place);
  }

  Object oneOf(JsonNode node, Shape.OneOf shape, Object fallback) {
    if (node.type() != JsonNode.Type.OBJECT) {
      notTagged(node, shape.names());
      return null;
    }
    Shape.Alternative alternative;
    Optional<JsonNode> tag = node.get(Component.TYPE);
    if (tag.isEmpty() && fallback != null) {
      alternative = shape.of(fallback.getClass());
    } else {
      Optional<String> name = tag(node, tag, shape.names());
      if (name.isEmpty()) {
        return null;
      }
      alternative = shape.named(name.get());
      if (alternative == null) {
        unknownType(tag.get(), "type", shape.names());
        return null;
      }
    }
    Record base =
        fallback != null && fallback.getClass() == alternative.type()
            ? (Record) fallback
            : Component.standard(alternative.type());
    return record(node, alternative.type(), base, Scope.PLAIN.withType());
  }

  Object reference(JsonNode node, Shape.Reference shape, Ref<?> fallback, Scope scope) {
    Kind kind = shape.kind();
    Set<String> ids = new TreeSet<>(plugins.ids(kind));
    if (node.type() != JsonNode.Type.OBJECT) {
      notTagged(node, ids);
      return null;
    }
    Optional<JsonNode> tag = node.get(Component.TYPE);
    boolean byDefault = tag.isEmpty() && fallback != null;
    String id;
    if (byDefault) {
      id = fallback.type();
    } else {
      Optional<String> name = tag(node, tag, ids);
      if (name.isEmpty()) {
        return null;
      }
      id = name.get();
    }
    Optional<Factory<?>> factory = plugins.find(kind, id);
    if (factory.isEmpty()) {
      if (byDefault) {
        problems.add(
            node.path(),
            "the default "
                + kind.label()
                + " '"
                + id
                + "' is not installed; known: "
                + Suggestions.list(ids));
      } else {
        unknownType(tag.get(), kind.label(), ids);
      }
      return null;
    }
    Record parameters = parameters(node, kind, id, factory.get(), fallback, scope);
    return parameters == null ? null : new Ref<>(id, parameters, node.path());
  }

  private Record parameters(
      JsonNode node, Kind kind, String id, Factory<?> factory, Ref<?> fallback, Scope scope) {
    Record base;
    try {
      base = Objects.requireNonNull(factory.defaults(), "its defaults are null");
    } catch (RuntimeException | LinkageError e) {
      brokenPlugin(node, kind, id, e);
      return null;
    }
    boolean same =
        fallback != null
            && fallback.type().equals(id)
            && fallback.parameters() != null
            && fallback.parameters().getClass() == base.getClass();
    // A default that was written down in code with its parameters lacks nothing.
    boolean given = same && node.keys().isEmpty();
    try {
      return record(
          node,
          base.getClass(),
          same ? fallback.parameters() : base,
          scope.withType().givenIf(given));
    } catch (BadDeclarationException | TypeNotPresentException | LinkageError e) {
      brokenPlugin(node, kind, id, e);
      return null;
    }
  }

  private void brokenPlugin(JsonNode node, Kind kind, String id, Throwable e) {
    problems.add(
        node.path(),
        "the " + kind.label() + " plugin '" + id + "' is faulty, tell its author: " + e);
  }

  private void notTagged(JsonNode node, Collection<String> known) {
    String hint =
        node.type() == JsonNode.Type.STRING && known.contains(node.text())
            ? "; write {\"type\": " + Shown.quoted(node.text()) + "}"
            : "; known types: " + Suggestions.list(known);
    problems.add(
        node.path(), "expected an object with \"type\", found " + Shown.described(node) + hint);
  }

  private Optional<String> tag(JsonNode node, Optional<JsonNode> tag, Collection<String> known) {
    if (tag.isEmpty()) {
      problems.add(node.path(Component.TYPE), "missing; known types: " + Suggestions.list(known));
      return Optional.empty();
    }
    if (tag.get().type() != JsonNode.Type.STRING) {
      problems.add(
          tag.get().path(),
          "expected a string, found "
              + Shown.described(tag.get())
              + "; known types: "
              + Suggestions.list(known));
      return Optional.empty();
    }
    return Optional.of(tag.get().text());
  }

  private void unknownType(JsonNode tag, String noun, Collection<String> known) {
    problems.add(
        tag.path(),
        "unknown "
            + noun
            + " "
            + Shown.quoted(tag.text())
            + Suggestions.offer(tag.text(), known, "types"));
  }

  private static boolean allowed(String key, Scope scope) {
    return scope.tagged() && key.equals(Component.TYPE) || scope.otherKeys().contains(key);
  }

  private void unknownKey(JsonNode node, String key, Set<String> known, Scope scope) {
    List<String> keys = new ArrayList<>(known);
    if (scope.tagged()) {
      keys.add(0, Component.TYPE);
    }
    keys.addAll(scope.otherKeys());
    problems.add(node.path(key), "unknown key" + Suggestions.offer(key, keys, "keys"));
  }

  private static void rejectReserved(Class<?> type, Map<String, Component> known, Scope scope) {
    for (String name : known.keySet()) {
      if (allowed(name, scope)) {
        throw new BadDeclarationException(
            type.getName() + "." + name + ": a parameter may not be called '" + name + "' here");
      }
    }
  }
}
