package org.thalweg.api.plugin;

/**
 * Tells that a parameter, or several together, cannot be used, and what to do about it.
 *
 * <p>A plugin throws it from a record's constructor or from its factory; the workbench adds the
 * path of the place in the experiment file.
 */
public final class InvalidParameterException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** The component's name relative to its record, or empty. */
  private final String parameter;

  /**
   * A problem with one parameter.
   *
   * @param parameter the component's name, relative to the record that holds it; empty for the
   *     record as a whole
   * @param message what is wrong, with the value, and the remedy
   */
  public InvalidParameterException(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  /**
   * The parameter at fault.
   *
   * @return its name relative to its record, or empty
   */
  public String parameter() {
    return parameter;
  }
}
