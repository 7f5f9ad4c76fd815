package org.thalweg.engine.sweep;

import java.nio.file.Path;
import org.thalweg.engine.catalogue.Snapshot;

/**
 * What the names in an experiment refer to.
 *
 * @param folder where paths of files begin
 * @param catalogue the plugins
 */
public record Surroundings(Path folder, Snapshot catalogue) {}
