package org.thalweg.params;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the tree of one text from Gson's tokens, which still hold what Gson's own tree drops. */
final class JsonTreeReader {
  private static final int MOST_FINDINGS = 100;

  private final String text;
  private final List<Finding> findings = new ArrayList<>();
  private Place place = Place.ROOT;
  private boolean finished;

  JsonTreeReader(String text) {
    this.text = text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  Checked<JsonNode> read() {
    if (text.length() > JsonText.LONGEST) {
      return refused(
          "",
          "the text has "
              + text.length()
              + " characters; at most "
              + JsonText.LONGEST
              + " are read (put large arrays into files of their own)");
    }
    if (text.isBlank()) {
      return refused("", "the text is empty; an experiment is a JSON object: { ... }");
    }
    try (JsonReader json = new JsonReader(new StringReader(text))) {
      json.setStrictness(Strictness.STRICT);
      json.setNestingLimit(Integer.MAX_VALUE); // our own limit names the place
      JsonNode root = value(json, 1);
      finished = true;
      json.peek(); // throws unless the text ends here
      return new Checked<>(Optional.of(root), findings);
    } catch (EOFException e) {
      return refused(place.toString(), JsonSyntax.endsEarly(text));
    } catch (IOException e) {
      return refused(
          finished ? "" : place.toString(), JsonSyntax.message(text, e.getMessage(), finished));
    }
  }

  private JsonNode value(JsonReader json, int depth) throws IOException {
    Place here = place;
    JsonToken token = json.peek();
    boolean nested = token == JsonToken.BEGIN_OBJECT || token == JsonToken.BEGIN_ARRAY;
    if (nested && depth > JsonText.DEEPEST) {
      found(here, "nested deeper than " + JsonText.DEEPEST + " levels");
      json.skipValue();
      return JsonNode.scalar(JsonNode.Type.NULL, "null", here);
    }
    return switch (token) {
      case BEGIN_OBJECT -> object(json, depth, here);
      case BEGIN_ARRAY -> array(json, depth, here);
      case STRING -> JsonNode.scalar(JsonNode.Type.STRING, json.nextString(), here);
      case NUMBER -> JsonNode.scalar(JsonNode.Type.NUMBER, json.nextString(), here);
      case BOOLEAN ->
          JsonNode.scalar(JsonNode.Type.BOOLEAN, Boolean.toString(json.nextBoolean()), here);
      case NULL -> {
        json.nextNull();
        yield JsonNode.scalar(JsonNode.Type.NULL, "null", here);
      }
      default -> throw new IOException("unexpected " + token);
    };
  }

  private JsonNode object(JsonReader json, int depth, Place here) throws IOException {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    json.beginObject();
    while (json.hasNext()) {
      String key = json.nextName();
      place = here.key(key);
      JsonNode value = value(json, depth + 1);
      JsonNode first = members.putIfAbsent(key, value);
      if (first != null) {
        found(
            here.key(key),
            "the key is given twice, as "
                + JsonSyntax.brief(first)
                + " and as "
                + JsonSyntax.brief(value)
                + "; remove one");
      }
      place = here;
    }
    json.endObject();
    return JsonNode.object(members, here);
  }

  private JsonNode array(JsonReader json, int depth, Place here) throws IOException {
    List<JsonNode> elements = new ArrayList<>();
    json.beginArray();
    place = here.index(0); // before hasNext, which already stumbles over a bad element
    while (json.hasNext()) {
      elements.add(value(json, depth + 1));
      place = here.index(elements.size());
    }
    json.endArray();
    place = here;
    return JsonNode.array(elements, here);
  }

  private void found(Place where, String message) {
    if (findings.size() < MOST_FINDINGS) {
      findings.add(new Finding(where.toString(), message));
    }
  }

  private Checked<JsonNode> refused(String path, String message) {
    findings.add(new Finding(path, message));
    return new Checked<>(Optional.empty(), findings);
  }
}
