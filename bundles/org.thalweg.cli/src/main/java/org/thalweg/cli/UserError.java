package org.thalweg.cli;

import java.io.IOException;
import org.thalweg.store.BusyFolderException;
import org.thalweg.store.TemporaryFailureException;

/** An error that the user can mend; its message says how, and its code is what the shell sees. */
final class UserError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  UserError(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  UserError(int exitCode, Exception cause) {
    super(cause.getMessage(), cause);
    this.exitCode = exitCode;
  }

  /**
   * The error that a folder's trouble is for the user.
   *
   * @param otherwise the exit code unless the folder is busy or the trouble may pass
   */
  static UserError of(IOException e, int otherwise) {
    return new UserError(
        e instanceof BusyFolderException
            ? ExitCode.BUSY
            : e instanceof TemporaryFailureException ? ExitCode.TRY_AGAIN : otherwise,
        e);
  }

  int exitCode() {
    return exitCode;
  }
}
