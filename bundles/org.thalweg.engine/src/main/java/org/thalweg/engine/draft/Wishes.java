package org.thalweg.engine.draft;

import java.util.List;
import java.util.Optional;

/**
 * What a draft shall be made of; whatever is not said is chosen.
 *
 * @param landscape a landscape's name
 * @param noise a noise's name
 * @param start a start's name
 * @param integrators integrators' names, one ensemble for each
 * @param methods methods' names
 * @param analyzers analyzers' names
 */
public record Wishes(
    Optional<String> landscape,
    Optional<String> noise,
    Optional<String> start,
    List<String> integrators,
    List<String> methods,
    List<String> analyzers) {
  /** No wishes: everything is chosen. */
  public static final Wishes NONE =
      new Wishes(
          Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of(), List.of());

  /**
   * Copies the lists.
   *
   * @param landscape a landscape's name
   * @param noise a noise's name
   * @param start a start's name
   * @param integrators integrators' names
   * @param methods methods' names
   * @param analyzers analyzers' names
   */
  public Wishes {
    integrators = List.copyOf(integrators);
    methods = List.copyOf(methods);
    analyzers = List.copyOf(analyzers);
  }
}
