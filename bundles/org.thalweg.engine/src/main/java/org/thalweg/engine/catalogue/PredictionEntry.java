package org.thalweg.engine.catalogue;

/**
 * One closed form of the catalogue.
 *
 * @param id its name in tables and verdicts
 * @param doc what it predicts, in one line
 * @param reference where it comes from; may be empty
 * @param formula the closed form; may be empty
 * @param bundle the symbolic name of its bundle
 * @param version the version of its bundle
 */
public record PredictionEntry(
    String id, String doc, String reference, String formula, String bundle, String version) {
  /**
   * Where it comes from.
   *
   * @return its bundle
   */
  public Origin origin() {
    return new Origin(bundle, version);
  }
}
