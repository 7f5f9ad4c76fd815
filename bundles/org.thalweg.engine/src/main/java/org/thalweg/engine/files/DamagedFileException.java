package org.thalweg.engine.files;

import java.io.IOException;

/** Tells what is wrong with a file's contents, as words that follow its name. */
final class DamagedFileException extends IOException {
  private static final long serialVersionUID = 1L;

  DamagedFileException(String message) {
    super(message);
  }
}
