package org.thalweg.params;

import java.util.Objects;

/**
 * One problem of an experiment file: where it is, what is wrong and what would be right.
 *
 * @param path the JSON path, for example {@code methods[1].walkers}; empty for the file as a whole
 * @param message the value at fault, what is allowed and the nearest known name, in one line
 */
public record Finding(String path, String message) {
  /**
   * Checks that both are there.
   *
   * @param path the JSON path
   * @param message what is wrong
   */
  public Finding {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(message, "message");
  }

  /**
   * The line that a user sees.
   *
   * @return {@code path: message}, or the message alone where the path is empty
   */
  @Override
  public String toString() {
    return path.isEmpty() ? message : path + ": " + message;
  }
}
