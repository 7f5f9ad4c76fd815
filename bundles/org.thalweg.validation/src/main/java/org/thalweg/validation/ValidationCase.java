package org.thalweg.validation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;

/**
 * An experiment of which the outcome is known.
 *
 * @param name its name
 * @param title what it is, in one line
 * @param source where the expected numbers stand
 * @param experiment the experiment, as a file holds it
 * @param checks the numbers
 */
public record ValidationCase(
    String name, String title, String source, String experiment, List<Check> checks) {
  /**
   * Copies the checks.
   *
   * @param name its name
   * @param title what it is
   * @param source where the numbers stand
   * @param experiment the experiment
   * @param checks the numbers
   */
  public ValidationCase {
    checks = List.copyOf(checks);
  }

  /**
   * The cases that come with Thalweg.
   *
   * @return all of them, in their order
   */
  public static List<ValidationCase> all() {
    try (InputStream in = ValidationCase.class.getResourceAsStream("cases.json")) {
      return JsonText.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))
          .orThrow()
          .elements()
          .stream()
          .map(ValidationCase::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ValidationCase read(JsonNode node) {
    return new ValidationCase(
        text(node, "name"),
        text(node, "title"),
        text(node, "source"),
        JsonText.write(node.get("experiment").orElseThrow()),
        node.get("checks").orElseThrow().elements().stream().map(ValidationCase::check).toList());
  }

  private static Check check(JsonNode node) {
    double expected = Double.parseDouble(text(node, "expected"));
    double tolerance = Double.parseDouble(text(node, "tolerance"));
    return new Check(
        text(node, "analyzer"),
        text(node, "quantity"),
        node.get("table").map(JsonNode::text),
        text(node, "method"),
        expected,
        node.get("relative").isPresent() ? tolerance * Math.abs(expected) : tolerance);
  }

  private static String text(JsonNode node, String key) {
    return node.get(key).orElseThrow().text();
  }
}
