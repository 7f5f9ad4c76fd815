package org.thalweg.figures.draw;

import java.awt.geom.Path2D;

/** What a figure is drawn on; the unit is one pixel, y points down. */
interface Canvas {
  /** Where a text stands from its place. */
  enum Align {
    LEFT("start", 0),
    CENTRE("middle", 0.5),
    RIGHT("end", 1);

    final String anchor;
    final double fraction;

    Align(String anchor, double fraction) {
      this.anchor = anchor;
      this.fraction = fraction;
    }
  }

  void fill(Path2D path, int rgb, double opacity);

  void stroke(Path2D path, Pen pen);

  /** Writes a text with its baseline through (x, y), upwards if asked. */
  void text(String text, double x, double y, double size, Align align, boolean upwards);

  /** Draws inside the box only, until {@link #unclip}. */
  void clip(Box box);

  void unclip();
}
