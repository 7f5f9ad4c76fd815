package org.thalweg.itests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;

/** Jars that are left out, each for a reason of its own. */
final class BadPlugins {
  /** By file name, words that the reason must have. */
  static final Map<String, String> REASONS =
      Map.of(
          "a-text.jar", "damaged",
          "b-cut.jar", "damaged",
          "c-plain.jar", "Bundle-SymbolicName",
          "d-lacking.jar", "org.example.nowhere",
          "e-young.jar", "Java 99",
          "f-twin.jar", "org.thalweg.api",
          "g-taken.jar", "landscape 'valley', and so does org.thalweg.landscapes",
          "h-hollow.jar", "landscape 'hollow' cannot be made: org.example.Hollow");

  private BadPlugins() {}

  /** Writes them all; none is ever seen half written. */
  static void into(Path plugins) throws IOException {
    Path hidden = Files.createDirectories(plugins.resolveSibling(".bad"));
    Files.writeString(hidden.resolve("a-text.jar"), "not a jar");
    Path whole = Jars.landscape(hidden.resolve("b-cut.jar"), "cut");
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(whole, Arrays.copyOf(bytes, bytes.length / 2));
    Jars.jar(hidden.resolve("c-plain.jar"), Map.of("Implementation-Title", "plain"));
    Jars.bundle(
        hidden.resolve("d-lacking.jar"),
        Map.of("Bundle-SymbolicName", "lacking", "Import-Package", "org.example.nowhere"));
    Jars.bundle(
        hidden.resolve("e-young.jar"),
        Map.of(
            "Bundle-SymbolicName",
            "young",
            "Require-Capability",
            "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""));
    Files.copy(Distribution.jar("org.thalweg.api"), hidden.resolve("f-twin.jar"));
    Jars.landscape(hidden.resolve("g-taken.jar"), "valley");
    Jars.landscape(hidden.resolve("h-hollow.jar"), "hollow", "org.example.Hollow");
    for (String name : REASONS.keySet()) {
      Files.move(hidden.resolve(name), plugins.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.delete(hidden);
  }
}
