package org.thalweg.engine.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.thalweg.api.analysis.Result;
import org.thalweg.api.method.MethodResult.Fact;
import org.thalweg.engine.run.RunOutcome;
import org.thalweg.params.Checked;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;

/**
 * What came of one point of a sweep: the numbers of its analyzers and the facts of its methods.
 *
 * @param key the point's key
 * @param basis the id of the {@link Basis} that it was computed from; empty if none is known
 * @param failure why it failed; empty if it completed
 * @param results its numbers; a quantity of an analyzer is named ID.QUANTITY, a fact by its name
 */
public record PointResult(String key, String basis, String failure, List<Result> results) {
  /**
   * Keeps the numbers from changing.
   *
   * @param key the point's key
   * @param basis the id of what it was computed from
   * @param failure why it failed
   * @param results its numbers
   */
  public PointResult {
    results = List.copyOf(results);
  }

  static PointResult of(String key, String basis, RunOutcome outcome) {
    List<Result> results = new ArrayList<>();
    for (RunOutcome.AnalyzerOutcome a : outcome.analyzers()) {
      for (Result r : a.report().results()) {
        results.add(
            new Result(a.id() + "." + r.quantity(), r.method(), r.value(), r.error(), r.unit()));
      }
    }
    for (RunOutcome.MethodOutcome m : outcome.methods()) {
      for (Fact f : m.facts()) {
        results.add(new Result(f.name(), m.info().id(), f.value(), Double.NaN, f.unit()));
      }
    }
    return new PointResult(key, basis, String.join("; ", outcome.failures()), results);
  }

  /**
   * Whether the point completed.
   *
   * @return false if something failed
   */
  public boolean completed() {
    return failure.isEmpty();
  }

  /**
   * One line for a journal.
   *
   * @return JSON without line breaks; numbers that are none are strings
   */
  public String line() {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    members.put("key", JsonNode.string(key));
    if (!basis.isEmpty()) {
      members.put("basis", JsonNode.string(basis));
    }
    if (!failure.isEmpty()) {
      members.put("failure", JsonNode.string(failure));
    }
    List<JsonNode> rows = new ArrayList<>();
    for (Result r : results) {
      rows.add(
          JsonNode.array(
              List.of(
                  JsonNode.string(r.quantity()),
                  JsonNode.string(r.method()),
                  number(r.value()),
                  number(r.error()),
                  JsonNode.string(r.unit()))));
    }
    members.put("results", JsonNode.array(rows));
    return JsonText.writeCompact(JsonNode.object(members));
  }

  /**
   * Reads a line back.
   *
   * @param line what {@link #line()} wrote
   * @return the result; empty if the line is something else or damaged
   */
  public static Optional<PointResult> of(String line) {
    Checked<JsonNode> json = JsonText.read(line);
    if (!json.valid()) {
      return Optional.empty();
    }
    JsonNode node = json.orThrow();
    Optional<JsonNode> key = node.get("key");
    Optional<JsonNode> rows = node.get("results");
    if (key.isEmpty() || rows.isEmpty()) {
      return Optional.empty();
    }
    List<Result> results = new ArrayList<>();
    for (JsonNode row : rows.get().elements()) {
      List<JsonNode> cells = row.elements();
      if (cells.size() != 5) {
        return Optional.empty();
      }
      try {
        results.add(
            new Result(
                cells.get(0).text(),
                cells.get(1).text(),
                Double.parseDouble(cells.get(2).text()),
                Double.parseDouble(cells.get(3).text()),
                cells.get(4).text()));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }
    String failure = node.get("failure").map(JsonNode::text).orElse("");
    String basis = node.get("basis").map(JsonNode::text).orElse("");
    return Optional.of(new PointResult(key.get().text(), basis, failure, results));
  }

  private static JsonNode number(double value) {
    return Double.isFinite(value)
        ? JsonNode.number(value)
        : JsonNode.string(Double.toString(value));
  }
}
