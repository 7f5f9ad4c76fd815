package org.thalweg.shell;

/**
 * A command ended otherwise than well and has said why; the rest of its line is not run.
 *
 * <p>Or the user leaves the shell.
 */
final class Ending extends Exception {
  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final boolean leaving;

  Ending(int exitCode, boolean leaving) {
    super("exit code " + exitCode, null, false, false);
    this.exitCode = exitCode;
    this.leaving = leaving;
  }

  /** The ending that Gogo may have wrapped in an exception of its own; null if there is none. */
  static Ending in(Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof Ending ending) {
        return ending;
      }
    }
    return null;
  }

  int exitCode() {
    return exitCode;
  }

  boolean leaving() {
    return leaving;
  }
}
