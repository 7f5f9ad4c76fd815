package org.thalweg.params;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An immutable piece of JSON that knows its path, keeps its keys in order and every number as it
 * was written.
 *
 * <p>Changes make a new tree: {@code root.set("methods[sgd].walkers", "8192")}. A node put into
 * another takes its path there.
 */
public final class JsonNode {
  /** The kinds of JSON value. */
  public enum Type {
    /** Keys with values. */
    OBJECT,
    /** A list of values. */
    ARRAY,
    /** Text. */
    STRING,
    /** A finite number in decimal. */
    NUMBER,
    /** True or false. */
    BOOLEAN,
    /** Null. */
    NULL
  }

  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");

  private final Type type;
  private final String text;
  private final Map<String, JsonNode> members;
  private final List<JsonNode> elements;
  private final Place place;
  private final boolean loose;

  private JsonNode(
      Type type,
      String text,
      Map<String, JsonNode> members,
      List<JsonNode> elements,
      Place place,
      boolean loose) {
    this.type = type;
    this.text = text;
    this.members = members;
    this.elements = elements;
    this.place = place;
    this.loose = loose;
  }

  /**
   * An object without keys.
   *
   * @return a root node
   */
  public static JsonNode object() {
    return object(Map.of());
  }

  /**
   * An object.
   *
   * @param members its keys and values, in the order of the map
   * @return a root node
   */
  public static JsonNode object(Map<String, JsonNode> members) {
    return object(members, Place.ROOT);
  }

  /**
   * An object that a plain number stands for: the number keeps the place that it was written at.
   */
  static JsonNode tagged(String type, String key, JsonNode number) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    members.put(Component.TYPE, scalar(Type.STRING, type, number.place));
    members.put(key, number);
    return new JsonNode(
        Type.OBJECT, "", Collections.unmodifiableMap(members), List.of(), number.place, false);
  }

  static JsonNode object(Map<String, JsonNode> members, Place place) {
    Map<String, JsonNode> placed = new LinkedHashMap<>();
    members.forEach((key, value) -> placed.put(key, value.moved(place.key(key))));
    return new JsonNode(
        Type.OBJECT, "", Collections.unmodifiableMap(placed), List.of(), place, false);
  }

  /**
   * An array.
   *
   * @param elements its elements
   * @return a root node
   */
  public static JsonNode array(List<JsonNode> elements) {
    return array(elements, Place.ROOT);
  }

  static JsonNode array(List<JsonNode> elements, Place place) {
    List<JsonNode> placed = new ArrayList<>(elements.size());
    for (JsonNode element : elements) {
      placed.add(element.moved(place.index(placed.size())));
    }
    return new JsonNode(
        Type.ARRAY, "", Map.of(), Collections.unmodifiableList(placed), place, false);
  }

  /**
   * A string.
   *
   * @param content the text without quotes
   * @return a root node
   */
  public static JsonNode string(String content) {
    return scalar(Type.STRING, content, Place.ROOT);
  }

  /**
   * A number, in the shortest text that reads back as the same double, with a decimal point or an
   * exponent.
   *
   * @param value a finite number
   * @return a root node
   * @throws IllegalArgumentException if the value is not finite
   */
  public static JsonNode number(double value) {
    return scalar(Type.NUMBER, Decimal.of(value), Place.ROOT);
  }

  /**
   * An integer.
   *
   * @param value the integer
   * @return a root node
   */
  public static JsonNode integer(long value) {
    return scalar(Type.NUMBER, Long.toString(value), Place.ROOT);
  }

  /**
   * A truth value.
   *
   * @param value true or false
   * @return a root node
   */
  public static JsonNode truth(boolean value) {
    return scalar(Type.BOOLEAN, Boolean.toString(value), Place.ROOT);
  }

  /**
   * The value null.
   *
   * @return a root node
   */
  public static JsonNode nothing() {
    return scalar(Type.NULL, "null", Place.ROOT);
  }

  /**
   * What a person means by a value typed on a command line: the JSON value that it spells, or else
   * the string. A number or truth value that comes in this way also passes where text is needed, so
   * that {@code seed=7} may be said of a seed that is a string.
   *
   * @param typed the text as typed
   * @return a root node
   */
  public static JsonNode typed(String typed) {
    Checked<JsonNode> json = JsonText.read(typed);
    if (json.valid()) {
      JsonNode node = json.orThrow();
      return new JsonNode(node.type, node.text, node.members, node.elements, Place.ROOT, true);
    }
    return string(typed);
  }

  static JsonNode scalar(Type type, String text, Place place) {
    if (type == Type.NUMBER && !NUMBER.matcher(text).matches()) {
      throw new IllegalArgumentException("not a JSON number: " + text);
    }
    return new JsonNode(type, text, Map.of(), List.of(), place, false);
  }

  /**
   * What kind of value it is.
   *
   * @return the type
   */
  public Type type() {
    return type;
  }

  /**
   * Where it stands, for example {@code problem.landscape.profile.width} or {@code
   * methods[1].walkers}.
   *
   * @return the path from the root, which has the empty path
   */
  public String path() {
    return place.toString();
  }

  /**
   * The path that a member has or would have.
   *
   * @param key the member's key
   * @return its path
   */
  public String path(String key) {
    return place.key(key).toString();
  }

  /**
   * The text of a scalar: a string's content, a number as written, {@code true}, {@code false} or
   * {@code null}.
   *
   * @return the text; empty for objects and arrays
   */
  public String text() {
    return text;
  }

  /**
   * The keys of an object.
   *
   * @return an unmodifiable set in the order of the file; empty for other types
   */
  public Set<String> keys() {
    return members.keySet();
  }

  /**
   * The elements of an array.
   *
   * @return an unmodifiable list; empty for other types
   */
  public List<JsonNode> elements() {
    return elements;
  }

  /**
   * A member of an object.
   *
   * @param key the key
   * @return the value; empty if there is no such key, also for other types
   */
  public Optional<JsonNode> get(String key) {
    return Optional.ofNullable(members.get(key));
  }

  /**
   * The node at a path from here.
   *
   * @param path as in {@link #set(String, JsonNode)}
   * @return the node; empty if nothing stands there
   * @throws InvalidExperimentException if the path is badly written
   */
  public Optional<JsonNode> find(String path) {
    return JsonEdit.find(this, path);
  }

  /**
   * The same object with one member set; a new key comes last.
   *
   * @param key the key
   * @param value its value
   * @return a new object in the same place
   * @throws IllegalStateException if this is no object
   */
  public JsonNode with(String key, JsonNode value) {
    requireObject();
    Map<String, JsonNode> changed = new LinkedHashMap<>(members);
    changed.put(key, value);
    return object(changed, place);
  }

  /**
   * The same object without one member.
   *
   * @param key the key
   * @return a new object in the same place
   * @throws IllegalStateException if this is no object
   */
  public JsonNode without(String key) {
    requireObject();
    Map<String, JsonNode> changed = new LinkedHashMap<>(members);
    changed.remove(key);
    return object(changed, place);
  }

  /**
   * The same tree with the value at a path replaced, or added.
   *
   * @param path keys joined by points, with {@code [0]} for an array's element, {@code [name]} for
   *     the element whose {@code "id"} is the name, and {@code ["a key"]} for a key that holds
   *     other characters than letters, digits, hyphens and underscores; missing objects on the way
   *     are made, and an index one past the end appends
   * @param value the new value
   * @return a new tree
   * @throws InvalidExperimentException if the path is badly written or leads through what is
   *     neither object nor array, or to an element that does not exist
   */
  public JsonNode set(String path, JsonNode value) {
    return JsonEdit.set(this, path, value);
  }

  /**
   * The same tree with the value at a path given as a command line gives it.
   *
   * @param path as in {@link #set(String, JsonNode)}
   * @param typed as in {@link #typed(String)}
   * @return a new tree
   * @throws InvalidExperimentException as in {@link #set(String, JsonNode)}
   */
  public JsonNode set(String path, String typed) {
    return set(path, typed(typed));
  }

  JsonNode withElement(int index, JsonNode value) {
    List<JsonNode> changed = new ArrayList<>(elements);
    if (index == changed.size()) {
      changed.add(value);
    } else {
      changed.set(index, value);
    }
    return array(changed, place);
  }

  /** Whether it came from a command line, where quotes are a nuisance. */
  boolean loose() {
    return loose;
  }

  Place place() {
    return place;
  }

  private JsonNode moved(Place to) {
    if (place.equals(to)) {
      return this;
    }
    return switch (type) {
      case OBJECT -> object(members, to);
      case ARRAY -> array(elements, to);
      default -> new JsonNode(type, text, members, elements, to, loose);
    };
  }

  private void requireObject() {
    if (type != Type.OBJECT) {
      throw new IllegalStateException(path() + " is no object");
    }
  }

  /**
   * Whether another node has the same content, numbers compared as written; paths do not matter.
   *
   * @param other the other
   * @return true if type, text, members and elements are equal
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof JsonNode node
        && type == node.type
        && text.equals(node.text)
        && members.equals(node.members)
        && elements.equals(node.elements);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * type.hashCode() + text.hashCode())
        + (type == Type.OBJECT ? members.hashCode() : elements.hashCode());
  }

  /**
   * The node as JSON text on one line.
   *
   * @return JSON
   */
  @Override
  public String toString() {
    return JsonText.writeCompact(this);
  }
}
