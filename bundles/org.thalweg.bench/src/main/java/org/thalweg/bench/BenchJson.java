package org.thalweg.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;

/** Writes measurements as one JSON document, for those who follow them over time. */
public final class BenchJson {
  private BenchJson() {}

  /**
   * Writes measurements.
   *
   * @param machine where they were made
   * @param options how they were made
   * @param measurements the measurements
   * @return JSON text that ends with a line break
   */
  public static String of(Machine machine, BenchOptions options, List<Measurement> measurements) {
    return JsonText.write(
        object(
            "machine", machine(machine),
            "threads", JsonNode.integer(options.threads()),
            "repeat", JsonNode.integer(options.repeat()),
            "workloads",
                JsonNode.array(measurements.stream().map(BenchJson::measurement).toList())));
  }

  /**
   * Writes a list of workloads.
   *
   * @param workloads the workloads
   * @return JSON text that ends with a line break
   */
  public static String of(List<Workload> workloads) {
    return JsonText.write(
        JsonNode.array(
            workloads.stream()
                .map(
                    w ->
                        object(
                            "name", JsonNode.string(w.name()),
                            "title", JsonNode.string(w.title()),
                            "usual", JsonNode.truth(w.usual())))
                .toList()));
  }

  private static JsonNode machine(Machine m) {
    return object(
        "processor", JsonNode.string(m.processor()),
        "processors", JsonNode.integer(m.processors()),
        "jvm", JsonNode.string(m.jvm()),
        "flags", JsonNode.array(m.flags().stream().map(JsonNode::string).toList()));
  }

  private static JsonNode measurement(Measurement m) {
    return object(
        "name", JsonNode.string(m.name()),
        "path", JsonNode.string(m.path()),
        "warmUpRuns", JsonNode.integer(m.warmUpRuns()),
        "methods", JsonNode.array(m.methods().stream().map(BenchJson::method).toList()),
        "experiment", JsonText.read(m.experiment()).orThrow());
  }

  private static JsonNode method(MethodTimes m) {
    return object(
        "id", JsonNode.string(m.id()),
        "type", JsonNode.string(m.type()),
        "unit", JsonNode.string(m.work().unit().label()),
        "work", JsonNode.number(m.work().count()),
        "nanosecondsPerUnit",
            object(
                "median", JsonNode.number(1e9 * m.median() / m.work().count()),
                "minimum", JsonNode.number(1e9 * m.minimum() / m.work().count())),
        "rate", JsonNode.number(m.rate()),
        "seconds",
            object(
                "median", JsonNode.number(m.median()),
                "minimum", JsonNode.number(m.minimum()),
                "first", JsonNode.number(m.first()),
                "all", JsonNode.array(m.seconds().stream().map(JsonNode::number).toList())),
        "shares", m.shares().map(BenchJson::shares).orElse(JsonNode.nothing()));
  }

  private static JsonNode shares(Shares s) {
    return object(
        "drawing", JsonNode.number(s.drawing()),
        "drift", JsonNode.number(s.drift()),
        "noise", JsonNode.number(s.noise()),
        "observing",
            s.observing().isPresent()
                ? JsonNode.number(s.observing().getAsDouble())
                : JsonNode.nothing(),
        "rest", JsonNode.number(s.rest()));
  }

  /** An object of keys and nodes in turn. */
  private static JsonNode object(Object... keysAndNodes) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    for (int i = 0; i < keysAndNodes.length; i += 2) {
      members.put((String) keysAndNodes[i], (JsonNode) keysAndNodes[i + 1]);
    }
    return JsonNode.object(members);
  }
}
