package org.thalweg.figures.draw;

import java.awt.geom.Path2D;

/** One thing on the page: a filled or a stroked path. */
sealed interface Mark {
  Path2D path();

  void paint(Canvas canvas);

  /** A stroked path. */
  record Stroke(Path2D path, Pen pen) implements Mark {
    @Override
    public void paint(Canvas canvas) {
      canvas.stroke(path, pen);
    }
  }

  /** A filled path. */
  record Fill(Path2D path, int rgb, double opacity) implements Mark {
    @Override
    public void paint(Canvas canvas) {
      canvas.fill(path, rgb, opacity);
    }
  }
}
