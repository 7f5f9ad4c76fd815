package org.thalweg.engine.files;

/**
 * A file that an experiment read, so that a changed one is seen.
 *
 * @param path the path as the experiment gives it
 * @param sha256 the SHA-256 of its bytes in hexadecimal
 * @param bytes its length
 */
public record InputFile(String path, String sha256, long bytes) {
  /**
   * The beginning of a sentence that says that a file has changed.
   *
   * @param path the path as the experiment gives it
   * @param before the SHA-256 that it had
   * @param now the SHA-256 that it has
   * @return words without a full stop
   */
  public static String changed(String path, String before, String now) {
    return path + " has changed (SHA-256 was " + before + ", is " + now + ")";
  }
}
