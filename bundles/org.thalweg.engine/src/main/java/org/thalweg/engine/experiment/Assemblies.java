package org.thalweg.engine.experiment;

import java.nio.file.Path;
import org.thalweg.api.plugin.Assembly;
import org.thalweg.engine.catalogue.Snapshot;
import org.thalweg.engine.files.ArrayFiles;

/** Gives who describes or drafts experiments the assembly that builds them. */
public final class Assemblies {
  private Assemblies() {}

  /**
   * An assembly of what is installed; files are looked for from the current folder.
   *
   * @param plugins what is installed
   * @return it throws an unchecked exception whose message is the reason of a plugin that refuses
   */
  public static Assembly of(Snapshot plugins) {
    return new Assembler(plugins, new ArrayFiles(Path.of("")), 0);
  }
}
