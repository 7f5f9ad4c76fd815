package org.thalweg.figures.draw;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Contour lines by marching squares, joined into long lines.
 *
 * <p>A line crosses an edge of the grid where linear interpolation puts the level. Cells whose
 * corners alternate are resolved by the mean of the four. Cells with a corner that is not finite
 * are left out. Source: Lorensen and Cline 1987, doi:10.1145/37402.37422, in two dimensions.
 */
final class Contouring {
  /** A line through points, closed if it ends where it begins. */
  record Polyline(double[] x, double[] y) {}

  private final double[] x;
  private final double[] y;
  private final double[] z;
  private final int columns;
  private final int rows;
  private final int[] neighbours;

  /**
   * Prepares a grid.
   *
   * @param z the values, z[i * y.length + j] at (x[i], y[j])
   */
  Contouring(double[] x, double[] y, double[] z) {
    this.x = x;
    this.y = y;
    this.z = z;
    columns = x.length;
    rows = y.length;
    neighbours = new int[4 * columns * rows];
  }

  /** The lines at one level, in a fixed order. */
  List<Polyline> lines(double level) {
    Arrays.fill(neighbours, -1);
    for (int i = 0; i + 1 < columns; i++) {
      for (int j = 0; j + 1 < rows; j++) {
        cell(i, j, level);
      }
    }
    List<Polyline> lines = new ArrayList<>();
    int edges = neighbours.length / 2;
    for (int e = 0; e < edges; e++) {
      if (neighbours[2 * e] >= 0 && neighbours[2 * e + 1] < 0) {
        lines.add(follow(e, level));
      }
    }
    for (int e = 0; e < edges; e++) {
      if (neighbours[2 * e] >= 0) {
        lines.add(follow(e, level));
      }
    }
    return lines;
  }

  /** The edge from (i, j) to (i + 1, j). */
  private int along(int i, int j) {
    return 2 * (i * rows + j);
  }

  /** The edge from (i, j) to (i, j + 1). */
  private int across(int i, int j) {
    return 2 * (i * rows + j) + 1;
  }

  private double z(int i, int j) {
    return z[i * rows + j];
  }

  private void cell(int i, int j, double level) {
    double a = z(i, j);
    double b = z(i + 1, j);
    double c = z(i + 1, j + 1);
    double d = z(i, j + 1);
    double sum = a + b + c + d;
    if (!Double.isFinite(sum)) {
      return;
    }
    int corners =
        (a >= level ? 1 : 0) | (b >= level ? 2 : 0) | (c >= level ? 4 : 0) | (d >= level ? 8 : 0);
    int bottom = along(i, j);
    int top = along(i, j + 1);
    int left = across(i, j);
    int right = across(i + 1, j);
    switch (corners) {
      case 1, 14 -> join(bottom, left);
      case 2, 13 -> join(bottom, right);
      case 3, 12 -> join(left, right);
      case 4, 11 -> join(right, top);
      case 6, 9 -> join(bottom, top);
      case 7, 8 -> join(left, top);
      case 5, 10 -> {
        boolean middle = sum / 4 >= level;
        if (middle == (corners == 5)) {
          join(bottom, right);
          join(left, top);
        } else {
          join(bottom, left);
          join(right, top);
        }
      }
      default -> {
        // all corners on one side
      }
    }
  }

  private void join(int a, int b) {
    neighbours[neighbours[2 * a] < 0 ? 2 * a : 2 * a + 1] = b;
    neighbours[neighbours[2 * b] < 0 ? 2 * b : 2 * b + 1] = a;
  }

  /** Follows a line from an edge, taking up its links as it goes. */
  private Polyline follow(int start, double level) {
    double[] px = new double[16];
    double[] py = new double[16];
    int n = 0;
    int edge = start;
    while (edge >= 0) {
      if (n == px.length) {
        px = Arrays.copyOf(px, 2 * n);
        py = Arrays.copyOf(py, 2 * n);
      }
      place(edge, level, px, py, n);
      n++;
      int next = take(edge);
      if (next >= 0) {
        drop(next, edge);
      }
      edge = next;
    }
    return new Polyline(Arrays.copyOf(px, n), Arrays.copyOf(py, n));
  }

  private int take(int edge) {
    int next = neighbours[2 * edge];
    neighbours[2 * edge] = neighbours[2 * edge + 1];
    neighbours[2 * edge + 1] = -1;
    return next;
  }

  private void drop(int edge, int link) {
    if (neighbours[2 * edge] == link) {
      take(edge);
    } else {
      neighbours[2 * edge + 1] = -1;
    }
  }

  private void place(int edge, double level, double[] px, double[] py, int n) {
    int node = edge / 2;
    int i = node / rows;
    int j = node % rows;
    boolean along = edge % 2 == 0;
    double near = z(i, j);
    double far = along ? z(i + 1, j) : z(i, j + 1);
    double t = (level - near) / (far - near);
    px[n] = along ? x[i] + t * (x[i + 1] - x[i]) : x[i];
    py[n] = along ? y[j] : y[j] + t * (y[j + 1] - y[j]);
  }
}
