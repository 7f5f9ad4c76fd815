package org.thalweg.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;

/** Turns what the operating system says into a sentence with the path and the reason. */
final class Faults {
  /** What the operating system says of a network, a server or a lock that may be back soon. */
  private static final List<String> PASSING =
      List.of(
          "stale file handle",
          "stale nfs file handle",
          "resource temporarily unavailable",
          "timed out",
          "no locks available",
          "interrupted system call",
          "host is down",
          "no route to host",
          "network is unreachable",
          "transport endpoint is not connected");

  private Faults() {}

  /**
   * Explains an error.
   *
   * @param what what could not be done, with the path
   * @param e the error
   * @return an exception with a message of one line; {@link TemporaryFailureException} if the error
   *     often passes by itself
   */
  static IOException explain(String what, IOException e) {
    String message = what + ": " + reason(e);
    return passes(e)
        ? new TemporaryFailureException(message + "; this may pass, try again", e)
        : new IOException(message, e);
  }

  /** Java gives no number of the error, only its words, which are English in the usual locales. */
  private static boolean passes(IOException e) {
    String words =
        e instanceof FileSystemException system && system.getReason() != null
            ? system.getReason()
            : e.getMessage();
    return e instanceof TemporaryFailureException
        || words != null && PASSING.stream().anyMatch(words.toLowerCase(Locale.ROOT)::contains);
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
