package org.thalweg.launcher;

/** Says in one sentence for the user why Thalweg does not start. */
public final class LaunchException extends Exception {
  /**
   * @param message what is wrong, and where
   */
  public LaunchException(String message) {
    super(message);
  }

  /**
   * @param message what is wrong, and where
   * @param cause shown under {@code --debug} only
   */
  public LaunchException(String message, Throwable cause) {
    super(message, cause);
  }
}
