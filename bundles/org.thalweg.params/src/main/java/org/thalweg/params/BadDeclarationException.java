package org.thalweg.params;

/**
 * Tells that a record declares a parameter that experiment files cannot hold: a fault of the
 * program or plugin, not of the experiment.
 */
public final class BadDeclarationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * An exception for one declaration.
   *
   * @param message the record, the component and what is wrong with it
   */
  public BadDeclarationException(String message) {
    super(message);
  }
}
