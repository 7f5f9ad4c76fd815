package org.thalweg.launcher;

import java.io.IOException;

/**
 * Has the script make the archive of classes that this start was without, so that the next is
 * quicker; the process that does so is left to itself.
 *
 * <p>The property {@code thalweg.archiver} is the script, absent when there is nothing to make.
 */
final class Archiver {
  private Archiver() {}

  /** Returns at once; a run is none the worse for an archive that cannot be made. */
  static void start() {
    String script = System.getProperty("thalweg.archiver");
    if (script == null) {
      return;
    }
    ProcessBuilder builder = new ProcessBuilder("nice", script);
    builder.environment().put("THALWEG_ARCHIVE", "make");
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    try {
      builder.start().getOutputStream().close();
    } catch (IOException e) {
      // The next start will try again.
      return;
    }
  }
}
