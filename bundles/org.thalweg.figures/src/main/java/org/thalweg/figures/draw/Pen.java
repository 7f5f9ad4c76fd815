package org.thalweg.figures.draw;

/** How a path is stroked: colour, width, and the lengths of dashes and gaps, none if solid. */
record Pen(int rgb, double width, double... dashes) {
  boolean solid() {
    return dashes.length == 0;
  }
}
