package org.thalweg.figures.draw;

/** The plot's box on the page with its two axes. */
record Frame(Box box, Scaling x, Scaling y) {
  double px(double value) {
    return box.left() + x.fraction(value) * box.width();
  }

  double py(double value) {
    return box.bottom() - y.fraction(value) * box.height();
  }
}
