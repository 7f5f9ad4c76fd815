package org.thalweg.engine.describe;

/**
 * Whether two plugins go together at the parameters of their examples.
 *
 * @param kind the kind of the other plugin
 * @param id its name
 * @param reason why it does not go; empty if it does
 */
public record Fit(String kind, String id, String reason) {
  /**
   * Whether they go together.
   *
   * @return true if there is no reason against it
   */
  public boolean fits() {
    return reason.isEmpty();
  }
}
