package org.thalweg.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.thalweg.params.JsonNode;
import org.thalweg.params.JsonText;

/**
 * An experiment whose speed is followed from version to version; a new one needs its file and a
 * line in {@code workloads.json}.
 *
 * @param name its name on the command line
 * @param title what it is, in one line
 * @param usual whether it is measured where no names are given
 * @param experiment the experiment's text
 */
public record Workload(String name, String title, boolean usual, String experiment) {
  private static final String INDEX = "workloads.json";

  /**
   * The workloads that come with Thalweg.
   *
   * @return all of them, in the order of the index
   */
  public static List<Workload> all() {
    List<Workload> all = new ArrayList<>();
    for (JsonNode entry : JsonText.read(resource(INDEX)).orThrow().elements()) {
      all.add(
          new Workload(
              text(entry, "name"),
              text(entry, "title"),
              Boolean.parseBoolean(text(entry, "usual")),
              resource(text(entry, "experiment"))));
    }
    return List.copyOf(all);
  }

  /**
   * Finds a workload.
   *
   * @param name its name
   * @return the workload, or empty
   */
  public static Optional<Workload> find(String name) {
    return all().stream().filter(w -> w.name().equalsIgnoreCase(name)).findFirst();
  }

  private static String text(JsonNode entry, String key) {
    return entry
        .get(key)
        .map(JsonNode::text)
        .orElseThrow(() -> new IllegalStateException(INDEX + ": an entry without " + key));
  }

  private static String resource(String name) {
    try (InputStream in = Workload.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the bundle has no " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
