package org.thalweg.figures;

import java.util.List;

/**
 * A drawn figure.
 *
 * @param name the figure's name, a file name without extension
 * @param svg the contents of an SVG file in UTF-8
 * @param png the contents of a PNG file of 900 x 600 pixels at 150 per inch; empty if this Java
 *     cannot make images, which a warning then says
 * @param warnings what could not be drawn and why, one line each; empty if all is well
 */
public record Drawing(String name, byte[] svg, byte[] png, List<String> warnings) {
  /**
   * Keeps the warnings from changing.
   *
   * @param name the figure's name
   * @param svg an SVG file
   * @param png a PNG file, or nothing
   * @param warnings what could not be drawn
   */
  public Drawing {
    warnings = List.copyOf(warnings);
  }
}
