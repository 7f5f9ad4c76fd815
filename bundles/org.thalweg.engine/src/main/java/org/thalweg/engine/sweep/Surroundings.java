package org.thalweg.engine.sweep;

import java.nio.file.Path;
import java.util.function.Function;
import org.thalweg.engine.catalogue.Origin;
import org.thalweg.engine.catalogue.Snapshot;

/**
 * What the names in an experiment refer to.
 *
 * @param folder where paths of files begin
 * @param catalogue the plugins
 * @param hashes the SHA-256 of the file of a bundle in hexadecimal; empty if it is not known
 */
public record Surroundings(Path folder, Snapshot catalogue, Function<Origin, String> hashes) {
  /**
   * Surroundings where bundles are told by their versions alone.
   *
   * @param folder where paths of files begin
   * @param catalogue the plugins
   */
  public Surroundings(Path folder, Snapshot catalogue) {
    this(folder, catalogue, origin -> "");
  }
}
