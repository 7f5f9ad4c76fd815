package org.thalweg.figures.draw;

/** A rectangle on the page; y points down. */
record Box(double left, double top, double right, double bottom) {
  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  double centreX() {
    return (left + right) / 2;
  }

  double centreY() {
    return (top + bottom) / 2;
  }

  Box grown(double by) {
    return new Box(left - by, top - by, right + by, bottom + by);
  }
}
