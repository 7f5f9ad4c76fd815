package org.thalweg.launcher;

import java.nio.file.Path;
import org.osgi.service.feature.ID;

/**
 * Knows where things lie in an assembled distribution.
 *
 * @param root the distribution's folder
 * @param plugins the folder for other people's bundles, whether it exists or not
 */
public record Home(Path root, Path plugins) {
  /**
   * A distribution with the plugins in its own folder.
   *
   * @param root the distribution's folder
   */
  public Home(Path root) {
    this(root, root.resolve("plugins"));
  }

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
}
