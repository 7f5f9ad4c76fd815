package org.thalweg.engine.catalogue;

import org.thalweg.api.plugin.Kind;

/**
 * One plugin of the catalogue, known from its service properties alone.
 *
 * @param kind what it makes
 * @param id its name in experiment files
 * @param doc what it is, in one line
 * @param reference where it comes from; may be empty
 * @param bundle the symbolic name of its bundle
 * @param version the version of its bundle
 */
public record PluginEntry(
    Kind kind, String id, String doc, String reference, String bundle, String version) {}
