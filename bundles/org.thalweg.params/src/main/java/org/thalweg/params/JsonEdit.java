package org.thalweg.params;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows the paths that people write, to find a node or to change it. */
final class JsonEdit {
  private static final int MOST_STEPS = JsonText.DEEPEST;

  private JsonEdit() {}

  /** One step of a path: a key, an index, or the id of an element. */
  private record Step(String name, boolean key) {
    boolean index() {
      return !key && name.matches("\\d{1,9}");
    }
  }

  static Optional<JsonNode> find(JsonNode from, String path) {
    JsonNode node = from;
    for (Step step : steps(path)) {
      Optional<JsonNode> next;
      if (step.key()) {
        next = node.get(step.name());
      } else {
        int index = indexOf(node, step);
        next =
            index < 0 || index >= node.elements().size()
                ? Optional.empty()
                : Optional.of(node.elements().get(index));
      }
      if (next.isEmpty()) {
        return Optional.empty();
      }
      node = next.get();
    }
    return Optional.of(node);
  }

  static JsonNode set(JsonNode from, String path, JsonNode value) {
    return set(from, steps(path), 0, path, value);
  }

  private static JsonNode set(
      JsonNode node, List<Step> steps, int depth, String path, JsonNode value) {
    if (depth == steps.size()) {
      return value;
    }
    Step step = steps.get(depth);
    if (step.key()) {
      if (node.type() != JsonNode.Type.OBJECT) {
        throw refused(
            path, here(node) + " is " + Shown.described(node) + ", which has no keys to set");
      }
      JsonNode inner = node.get(step.name()).orElse(JsonNode.object());
      return node.with(step.name(), set(inner, steps, depth + 1, path, value));
    }
    if (node.type() != JsonNode.Type.ARRAY) {
      throw refused(
          path, here(node) + " is " + Shown.described(node) + ", which has no elements to set");
    }
    int size = node.elements().size();
    int index = indexOf(node, step);
    if (index < 0) {
      List<String> ids = ids(node);
      throw refused(
          path,
          "no element of "
              + here(node)
              + " has the id "
              + Shown.quoted(step.name())
              + Suggestions.offer(step.name(), ids, "ids"));
    }
    if (index > size) {
      throw refused(
          path,
          here(node)
              + " has "
              + Shown.count(size, "element")
              + "; ["
              + size
              + "] would append one");
    }
    JsonNode inner = index < size ? node.elements().get(index) : JsonNode.object();
    return node.withElement(index, set(inner, steps, depth + 1, path, value));
  }

  private static int indexOf(JsonNode array, Step step) {
    if (step.index()) {
      return Integer.parseInt(step.name());
    }
    List<JsonNode> elements = array.elements();
    for (int i = 0; i < elements.size(); i++) {
      Optional<JsonNode> id = id(elements.get(i));
      if (id.isPresent() && id.get().text().equals(step.name())) {
        return i;
      }
    }
    return -1;
  }

  /** An element's id, which is its type where it has none. */
  private static Optional<JsonNode> id(JsonNode element) {
    return element.get("id").or(() -> element.get("type"));
  }

  private static List<String> ids(JsonNode array) {
    return array.elements().stream().flatMap(e -> id(e).stream()).map(JsonNode::text).toList();
  }

  private static String here(JsonNode node) {
    String path = node.path();
    return path.isEmpty() ? "the experiment" : path;
  }

  private static List<Step> steps(String path) {
    List<Step> steps = new ArrayList<>();
    int i = 0;
    while (i < path.length()) {
      char c = path.charAt(i);
      if (c == '[') {
        i = bracket(path, i, steps);
      } else {
        if (c == '.' && !steps.isEmpty()) {
          i++;
        }
        int end = i;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
          end++;
        }
        String name = path.substring(i, end);
        if (name.isEmpty()) {
          throw refused(path, "a key is missing at character " + (i + 1) + " of the path");
        }
        if (name.indexOf(']') >= 0) {
          throw refused(path, "']' without '[' in the path");
        }
        steps.add(new Step(name, true));
        i = end;
      }
      if (steps.size() > MOST_STEPS) {
        throw refused(Shown.quoted(path), "the path has more than " + MOST_STEPS + " steps");
      }
    }
    if (steps.isEmpty()) {
      throw refused("", "the path is empty; write for example problem.batch");
    }
    return steps;
  }

  private static int bracket(String path, int open, List<Step> steps) {
    if (open + 1 < path.length() && path.charAt(open + 1) == '"') {
      int end = open + 2;
      while (end < path.length() && path.charAt(end) != '"') {
        end += path.charAt(end) == '\\' ? 2 : 1;
      }
      if (end + 1 < path.length() && path.charAt(end + 1) == ']') {
        Checked<JsonNode> key = JsonText.read(path.substring(open + 1, end + 1));
        if (key.valid()) {
          steps.add(new Step(key.orThrow().text(), true));
          return end + 2;
        }
      }
      throw refused(path, "a quoted key in the path is not closed by \"]");
    }
    int close = path.indexOf(']', open);
    if (close < 0) {
      throw refused(path, "']' is missing in the path");
    }
    String name = path.substring(open + 1, close);
    if (name.isEmpty()) {
      throw refused(path, "an index or id is missing between '[' and ']'");
    }
    steps.add(new Step(name, false));
    return close + 1;
  }

  private static InvalidExperimentException refused(String path, String message) {
    return new InvalidExperimentException(List.of(new Finding(path, message)));
  }
}
