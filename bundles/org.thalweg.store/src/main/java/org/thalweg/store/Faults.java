package org.thalweg.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Turns what the operating system says into a sentence with the path and the reason. */
final class Faults {
  private Faults() {}

  /**
   * Explains an error.
   *
   * @param what what could not be done, with the path
   * @param e the error
   * @return an exception with a message of one line
   */
  static IOException explain(String what, IOException e) {
    return new IOException(what + ": " + reason(e), e);
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException) {
      return "it has been removed, or a folder on its path does not exist";
    }
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return lower(system.getReason());
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : lower(e.getMessage());
  }

  private static String lower(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
