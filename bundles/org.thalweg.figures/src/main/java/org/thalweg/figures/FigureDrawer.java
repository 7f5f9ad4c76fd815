package org.thalweg.figures;

import org.thalweg.api.analysis.Figure;

/**
 * Draws figures, as a service.
 *
 * <p>The same figure gives the same SVG on every machine, and the same PNG pixels on every machine
 * with the same Java release; nothing of the machine's fonts or display is used.
 */
public interface FigureDrawer {
  /**
   * Draws a figure. What cannot be drawn is left out and named in the warnings: a run never fails
   * for its figures.
   *
   * @param figure the figure
   * @return its files' contents
   */
  Drawing draw(Figure figure);
}
