package org.thalweg.store;

import java.io.IOException;

/**
 * Says that a file system failed in a way that often passes by itself, so that the same command may
 * do later.
 */
public final class TemporaryFailureException extends IOException {
  private static final long serialVersionUID = 1;

  TemporaryFailureException(String message, IOException cause) {
    super(message, cause);
  }
}
