package org.thalweg.figures.draw;

import java.awt.geom.Path2D;

/** Simple paths. */
final class Marks {
  private Marks() {}

  static Path2D segment(double x0, double y0, double x1, double y1) {
    Path2D path = new Path2D.Double();
    path.moveTo(x0, y0);
    path.lineTo(x1, y1);
    return path;
  }

  static Path2D rectangle(Box box) {
    Path2D path = new Path2D.Double();
    path.moveTo(box.left(), box.top());
    path.lineTo(box.right(), box.top());
    path.lineTo(box.right(), box.bottom());
    path.lineTo(box.left(), box.bottom());
    path.closePath();
    return path;
  }
}
