package org.thalweg.params;

import java.util.List;
import java.util.Optional;

/**
 * One parameter as a catalogue, a schema or a form shows it.
 *
 * @param path the key, with the keys of the records around it: {@code profile.width}, {@code
 *     domain[].from}
 * @param when the choices that must be made for it to exist, for example {@code profile.type =
 *     bump}; empty if it always exists
 * @param type what it holds, in words, for example {@code a number}
 * @param unit its unit; empty for pure numbers and what is no number
 * @param min its least value; minus infinity if there is none
 * @param max its greatest value; infinity if there is none
 * @param above whether the least value itself is excluded
 * @param range the bounds in words, for example {@code at least 0}; empty if there are none
 * @param defaultText the default as JSON; empty if it must be given or is a record whose own
 *     parameters follow
 * @param doc what it means
 * @param required whether an experiment must give it
 * @param alternatives the names that it may take: an enum's constants, a choice's types; for a
 *     reference the kind of plugin alone, since what is installed changes
 */
public record Parameter(
    String path,
    String when,
    String type,
    String unit,
    double min,
    double max,
    boolean above,
    String range,
    Optional<String> defaultText,
    String doc,
    boolean required,
    List<Alternative> alternatives) {
  /** What the one alternative of a reference says, whose name is the kind of plugin. */
  public static final String ANY_PLUGIN = "any such plugin";

  /**
   * Copies the alternatives.
   *
   * @param path the key
   * @param when the choices that must be made
   * @param type what it holds
   * @param unit its unit
   * @param min its least value
   * @param max its greatest value
   * @param above whether the least value itself is excluded
   * @param range the bounds in words
   * @param defaultText the default as JSON
   * @param doc what it means
   * @param required whether an experiment must give it
   * @param alternatives the names that it may take
   */
  public Parameter {
    alternatives = List.copyOf(alternatives);
  }

  /**
   * One name that a parameter may take.
   *
   * @param name as it is written in experiments
   * @param doc what it is; may be empty
   */
  public record Alternative(String name, String doc) {}
}
