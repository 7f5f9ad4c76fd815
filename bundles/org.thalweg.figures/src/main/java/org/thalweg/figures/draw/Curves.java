package org.thalweg.figures.draw;

import java.awt.geom.Path2D;
import java.util.Arrays;

/** Turns rows of numbers into paths on the page: broken at gaps, clipped, and thinned. */
final class Curves {
  /** Lines are followed this far outside the box, so that their ends do not show. */
  private static final double SURROUNDINGS = 12;

  /** Outside this distance of the box's centre a band's corner is drawn nearer. */
  private static final double FAR = 1e5;

  private static final double COLUMN = 0.5;

  private final Box area;
  private final Path2D.Double path = new Path2D.Double();
  private double[] x = new double[64];
  private double[] y = new double[64];
  private int size;

  private Curves(Box box) {
    this.area = box.grown(SURROUNDINGS);
  }

  /**
   * A line through points. It is broken where a point has no place on the page; a point between two
   * breaks becomes a dot.
   *
   * @return the path in pixels
   */
  static Path2D line(double[] x, double[] y, Frame frame) {
    Curves curves = new Curves(frame.box());
    for (int i = 0; i < x.length; i++) {
      double px = frame.px(x[i]);
      double py = frame.py(y[i]);
      if (Double.isFinite(px) && Double.isFinite(py)) {
        curves.add(px, py);
      } else {
        curves.finish();
      }
    }
    curves.finish();
    return curves.path;
  }

  /**
   * The area between two curves, in pieces where either has a gap.
   *
   * @return the path in pixels
   */
  static Path2D band(double[] x, double[] low, double[] high, Frame frame) {
    Path2D.Double path = new Path2D.Double();
    int start = 0;
    for (int i = 0; i <= x.length; i++) {
      boolean gap =
          i == x.length
              || !Double.isFinite(frame.px(x[i]))
              || !Double.isFinite(frame.py(low[i]))
              || !Double.isFinite(frame.py(high[i]));
      if (gap) {
        if (i - start > 1) {
          for (int k = start; k < i; k++) {
            corner(path, frame, x[k], high[k], k == start);
          }
          for (int k = i - 1; k >= start; k--) {
            corner(path, frame, x[k], low[k], false);
          }
          path.closePath();
        }
        start = i + 1;
      }
    }
    return path;
  }

  private static void corner(Path2D path, Frame frame, double x, double y, boolean first) {
    Box box = frame.box();
    double dx = frame.px(x) - box.centreX();
    double dy = frame.py(y) - box.centreY();
    double shrink = Math.min(1, FAR / Math.max(Math.abs(dx), Math.abs(dy)));
    double px = box.centreX() + dx * shrink;
    double py = box.centreY() + dy * shrink;
    if (first) {
      path.moveTo(px, py);
    } else {
      path.lineTo(px, py);
    }
  }

  private void add(double px, double py) {
    if (size == x.length) {
      x = Arrays.copyOf(x, 2 * size);
      y = Arrays.copyOf(y, 2 * size);
    }
    x[size] = px;
    y[size] = py;
    size++;
  }

  private void finish() {
    if (size == 1) {
      add(x[0] + 1, y[0]);
      x[0] -= 1;
    }
    thin();
    boolean open = false;
    for (int i = 1; i < size; i++) {
      open = segment(x[i - 1], y[i - 1], x[i], y[i], open);
    }
    size = 0;
  }

  /**
   * Of consecutive points in one column of half a pixel keeps the first, the lowest, the highest
   * and the last, so no spike is lost.
   */
  private void thin() {
    int kept = 0;
    int i = 0;
    while (i < size) {
      long column = (long) Math.floor(x[i] / COLUMN);
      int end = i;
      int lowest = i;
      int highest = i;
      while (end + 1 < size && (long) Math.floor(x[end + 1] / COLUMN) == column) {
        end++;
        lowest = y[end] < y[lowest] ? end : lowest;
        highest = y[end] > y[highest] ? end : highest;
      }
      int a = Math.min(lowest, highest);
      int b = Math.max(lowest, highest);
      int[] order = {i, a, b, end};
      int before = -1;
      for (int k : order) {
        if (k != before) {
          x[kept] = x[k];
          y[kept] = y[k];
          kept++;
          before = k;
        }
      }
      i = end + 1;
    }
    size = kept;
  }

  /**
   * Adds the part of a segment that lies in the area (Liang and Barsky 1984,
   * doi:10.1145/357332.357333).
   *
   * @param open whether the path already ends at the segment's start
   * @return whether the path now ends at the segment's end
   */
  private boolean segment(double x0, double y0, double x1, double y1, boolean open) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double[] p = {-dx, dx, -dy, dy};
    double[] q = {x0 - area.left(), area.right() - x0, y0 - area.top(), area.bottom() - y0};
    double from = 0;
    double to = 1;
    for (int k = 0; k < 4; k++) {
      if (p[k] == 0) {
        if (q[k] < 0) {
          return false;
        }
      } else if (p[k] < 0) {
        from = Math.max(from, q[k] / p[k]);
      } else {
        to = Math.min(to, q[k] / p[k]);
      }
    }
    if (from > to) {
      return false;
    }
    if (!open || from > 0) {
      path.moveTo(x0 + from * dx, y0 + from * dy);
    }
    path.lineTo(to < 1 ? x0 + to * dx : x1, to < 1 ? y0 + to * dy : y1);
    return to >= 1;
  }
}
