package org.thalweg.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Holds the guide's chapters that no plugin can declare. */
final class GuideChapters {
  private static final List<String> NAMES =
      List.of("experiment.md", "sweeps.md", "results.md", "extending.md");

  private GuideChapters() {}

  /** The chapters by file name, in the order in which they are read. */
  static Map<String, String> read() {
    Map<String, String> chapters = new LinkedHashMap<>();
    NAMES.forEach(name -> chapters.put(name, text(name)));
    return chapters;
  }

  private static String text(String name) {
    try (InputStream in = GuideChapters.class.getResourceAsStream("guide/" + name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
