package org.thalweg.figures.draw;

import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Where on the page there is data, in small squares, so that a legend finds free room. */
final class Occupancy {
  private static final int SQUARE = 4;
  private static final double LARGE = 30;

  private final int columns;
  private final int rows;
  private final boolean[] taken;

  Occupancy(int width, int height) {
    columns = width / SQUARE + 1;
    rows = height / SQUARE + 1;
    taken = new boolean[columns * rows];
  }

  void add(List<Mark> marks) {
    for (Mark mark : marks) {
      addOutline(mark.path());
      Rectangle2D bounds = mark.path().getBounds2D();
      if (mark instanceof Mark.Fill && bounds.getWidth() > LARGE && bounds.getHeight() > LARGE) {
        addArea(mark.path());
      }
    }
  }

  private void addOutline(Path2D path) {
    double[] c = new double[6];
    double x = 0;
    double y = 0;
    for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
      int kind = i.currentSegment(c);
      if (kind == PathIterator.SEG_CLOSE) {
        continue;
      }
      if (kind == PathIterator.SEG_LINETO) {
        addSegment(x, y, c[0], c[1]);
      }
      x = c[0];
      y = c[1];
      take(x, y);
    }
  }

  private void addSegment(double x0, double y0, double x1, double y1) {
    double length = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0));
    int steps = (int) Math.min(4000, length / (SQUARE - 1) + 1);
    for (int s = 0; s <= steps; s++) {
      take(x0 + (x1 - x0) * s / steps, y0 + (y1 - y0) * s / steps);
    }
  }

  /** Fills the inside row by row, between the places where the outline crosses a row's middle. */
  private void addArea(Path2D path) {
    List<List<Double>> crossings = new ArrayList<>();
    for (int j = 0; j < rows; j++) {
      crossings.add(new ArrayList<>());
    }
    double[] c = new double[6];
    double[] start = new double[2];
    double x = 0;
    double y = 0;
    for (PathIterator i = path.getPathIterator(null); !i.isDone(); i.next()) {
      int kind = i.currentSegment(c);
      if (kind == PathIterator.SEG_CLOSE) {
        c[0] = start[0];
        c[1] = start[1];
      }
      if (kind == PathIterator.SEG_MOVETO) {
        start[0] = c[0];
        start[1] = c[1];
      } else {
        cross(x, y, c[0], c[1], crossings);
      }
      x = c[0];
      y = c[1];
    }
    for (int j = 0; j < rows; j++) {
      List<Double> row = crossings.get(j);
      row.sort(null);
      for (int k = 0; k + 1 < row.size(); k += 2) {
        int last = (int) Math.min(columns - 1, row.get(k + 1) / SQUARE);
        for (int i = (int) Math.max(0, row.get(k) / SQUARE); i <= last; i++) {
          taken[i * rows + j] = true;
        }
      }
    }
  }

  private void cross(double x0, double y0, double x1, double y1, List<List<Double>> crossings) {
    double top = Math.min(y0, y1) / SQUARE - 0.5;
    double bottom = Math.max(y0, y1) / SQUARE - 0.5;
    int first = (int) Math.max(0, Math.ceil(top));
    for (int j = first; j < rows && j < bottom; j++) {
      double y = (j + 0.5) * SQUARE;
      crossings.get(j).add(x0 + (x1 - x0) * (y - y0) / (y1 - y0));
    }
  }

  private void take(double x, double y) {
    int i = (int) Math.floor(x / SQUARE);
    int j = (int) Math.floor(y / SQUARE);
    if (i >= 0 && i < columns && j >= 0 && j < rows) {
      taken[i * rows + j] = true;
    }
  }

  boolean isFree(Box box) {
    int right = Math.min(columns - 1, (int) (box.right() / SQUARE));
    int bottom = Math.min(rows - 1, (int) (box.bottom() / SQUARE));
    for (int i = Math.max(0, (int) (box.left() / SQUARE)); i <= right; i++) {
      for (int j = Math.max(0, (int) (box.top() / SQUARE)); j <= bottom; j++) {
        if (taken[i * rows + j]) {
          return false;
        }
      }
    }
    return true;
  }
}
