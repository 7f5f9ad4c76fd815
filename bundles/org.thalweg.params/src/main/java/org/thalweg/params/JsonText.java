package org.thalweg.params;

import com.google.gson.FormattingStyle;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * JSON as text, read strictly (RFC 8259, and nothing that only looks like it) and written for
 * people.
 */
public final class JsonText {
  /** The deepest allowed nesting of objects and arrays. */
  public static final int DEEPEST = 64;

  /** The largest allowed number of characters in a file. */
  public static final int LONGEST = 8 << 20;

  private static final FormattingStyle LINES = FormattingStyle.PRETTY;
  private static final FormattingStyle ONE_LINE =
      FormattingStyle.COMPACT.withSpaceAfterSeparators(true);

  private JsonText() {}

  /**
   * Reads a JSON text.
   *
   * @param text the whole file
   * @return the tree, or what is wrong: one syntax error with line and column, since nothing after
   *     it can be trusted; all duplicate keys, for which the first value stands in the tree; all
   *     places that are nested deeper than {@link #DEEPEST}
   */
  public static Checked<JsonNode> read(String text) {
    return new JsonTreeReader(text).read();
  }

  /**
   * Reads a JSON text that may hold comments between its tokens, the two kinds that Java has, as
   * files named {@code .jsonc} do.
   *
   * @param text the whole file
   * @return as {@link #read(String)}
   */
  public static Checked<JsonNode> readWithComments(String text) {
    return JsonComments.blanked(text, JsonText::read);
  }

  /**
   * Blanks the comments of such a text out, so that lines and columns stay where they are.
   *
   * @param text the whole file
   * @return the text without comments, or where a comment begins that has no end
   */
  public static Checked<String> withoutComments(String text) {
    return JsonComments.blanked(text, blank -> new Checked<>(Optional.of(blank), List.of()));
  }

  /**
   * Writes a node as JSON text, two spaces deeper for each level, arrays of scalars on one line.
   *
   * @param node the node
   * @return JSON text that ends with a line break
   */
  public static String write(JsonNode node) {
    return written(node, LINES) + "\n";
  }

  /**
   * Writes a node as JSON text on one line.
   *
   * @param node the node
   * @return JSON text
   */
  public static String writeCompact(JsonNode node) {
    return written(node, ONE_LINE);
  }

  private static String written(JsonNode node, FormattingStyle style) {
    StringWriter out = new StringWriter();
    try (JsonWriter json = new JsonWriter(out)) {
      json.setStrictness(Strictness.STRICT);
      json.setFormattingStyle(style);
      write(node, json, style);
    } catch (IOException e) {
      throw new UncheckedIOException("a string cannot be written to", e);
    }
    return out.toString();
  }

  private static void write(JsonNode node, JsonWriter out, FormattingStyle style)
      throws IOException {
    switch (node.type()) {
      case OBJECT -> {
        out.beginObject();
        for (String key : node.keys()) {
          out.name(key);
          write(node.get(key).orElseThrow(), out, style);
        }
        out.endObject();
      }
      case ARRAY -> {
        List<JsonNode> elements = node.elements();
        out.beginArray();
        out.setFormattingStyle(elements.stream().allMatch(JsonText::isScalar) ? ONE_LINE : style);
        for (JsonNode element : elements) {
          write(element, out, style);
        }
        out.endArray();
        out.setFormattingStyle(style);
      }
      case STRING -> out.value(node.text());
      default -> out.jsonValue(node.text());
    }
  }

  private static boolean isScalar(JsonNode node) {
    return node.type() != JsonNode.Type.OBJECT && node.type() != JsonNode.Type.ARRAY;
  }
}
