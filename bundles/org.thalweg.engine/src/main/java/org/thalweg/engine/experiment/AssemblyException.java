package org.thalweg.engine.experiment;

/** Tells where in an experiment a plugin refused to be built, and why. */
final class AssemblyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String path;

  AssemblyException(String path, String message) {
    super(message);
    this.path = path;
  }

  String path() {
    return path;
  }
}
