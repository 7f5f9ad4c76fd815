package org.thalweg.bench;

/** Tells that an experiment cannot be measured because one of its methods fails. */
public final class BenchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BenchException(String method, Throwable cause) {
    super("the method " + method + " failed: " + reason(cause), cause);
  }

  private static String reason(Throwable cause) {
    String message = cause.getMessage();
    return message == null || message.isBlank() ? cause.toString() : message;
  }
}
