package org.thalweg.engine.catalogue;

/**
 * The bundle that a plugin comes from.
 *
 * @param bundle its symbolic name
 * @param version its version
 */
public record Origin(String bundle, String version) implements Comparable<Origin> {
  /**
   * Whether there is a bundle: outside a framework nothing is known of one.
   *
   * @return false if it has no name
   */
  public boolean known() {
    return !bundle.isEmpty();
  }

  @Override
  public int compareTo(Origin other) {
    int names = bundle.compareTo(other.bundle);
    return names != 0 ? names : version.compareTo(other.version);
  }
}
