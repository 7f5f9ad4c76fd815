package org.thalweg.engine.explain;

import java.util.List;

/**
 * One part of an explanation.
 *
 * @param title what it is about
 * @param lines what there is to say
 */
public record Section(String title, List<String> lines) {
  /**
   * Copies the lines.
   *
   * @param title what it is about
   * @param lines what there is to say
   */
  public Section {
    lines = List.copyOf(lines);
  }
}
