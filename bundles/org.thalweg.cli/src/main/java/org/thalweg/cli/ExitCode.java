package org.thalweg.cli;

/** The exit codes of the command line. */
final class ExitCode {
  static final int OK = 0;
  static final int INTERNAL = 1;
  static final int USAGE = 2;
  static final int INCOMPLETE = 3;
  static final int INVALID_EXPERIMENT = 4;
  static final int BUSY = 5;

  /** A file system failed in a way that often passes: the same command may do later. */
  static final int TRY_AGAIN = 75;

  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
