package org.thalweg.engine.catalogue;

import org.thalweg.api.plugin.Kind;

/**
 * One plugin of the catalogue, known from its service properties alone.
 *
 * @param kind what it makes
 * @param id its name in experiment files
 * @param doc what it is, in one line
 * @param reference where it comes from; may be empty
 * @param formula the model as a formula; may be empty
 * @param example a reference as experiments write it; empty where the defaults are one
 * @param bundle the symbolic name of its bundle
 * @param version the version of its bundle
 */
public record PluginEntry(
    Kind kind,
    String id,
    String doc,
    String reference,
    String formula,
    String example,
    String bundle,
    String version) {
  /**
   * A plugin outside a framework, of which only the name is known.
   *
   * @param kind what it makes
   * @param id its name in experiment files
   */
  public PluginEntry(Kind kind, String id) {
    this(kind, id, "", "", "", "", "", "");
  }

  /**
   * Where it comes from.
   *
   * @return its bundle
   */
  public Origin origin() {
    return new Origin(bundle, version);
  }
}
