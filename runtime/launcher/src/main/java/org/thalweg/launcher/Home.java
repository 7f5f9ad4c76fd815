package org.thalweg.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.feature.ID;

/**
 * Knows where things lie in an assembled distribution.
 *
 * @param root the distribution's folder
 */
public record Home(Path root) {
  /**
   * A feature's description.
   *
   * @param name the feature's name, {@code thalweg} for instance
   * @return the file, whether it exists or not
   */
  public Path feature(String name) {
    return root.resolve("features").resolve(name + ".json");
  }

  /**
   * The jar of a bundle; all of them lie in one flat folder.
   *
   * @param id the bundle's Maven coordinates
   * @return the file, whether it exists or not
   */
  public Path bundle(ID id) {
    return root.resolve("bundles").resolve(id.getArtifactId() + "-" + id.getVersion() + ".jar");
  }

  /**
   * The folder for other people's bundles.
   *
   * @return the folder, whether it exists or not
   */
  public Path plugins() {
    return root.resolve("plugins");
  }

  /**
   * The jars in {@link #plugins()}, by name; files that begin with a dot are being copied and left
   * alone.
   *
   * @return empty when there is no such folder
   * @throws IOException if the folder cannot be listed
   */
  public List<Path> pluginJars() throws IOException {
    if (!Files.isDirectory(plugins())) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(plugins())) {
      return files.filter(file -> isJar(file.getFileName().toString())).sorted().toList();
    }
  }

  private static boolean isJar(String name) {
    return name.endsWith(".jar") && !name.startsWith(".");
  }
}
