package org.thalweg.fokkerplanck;

/**
 * Which cells form the lines of one direction, and how a block of neighbouring lines is copied into
 * a buffer where position runs slowly and line fast, so that recurrences along all lines of the
 * block vectorise.
 *
 * <p>Buffer index: position * {@link #lanes} + lane. A diagonal family wraps around the other axis:
 * line c holds the cells (i, c + s i mod ny), or (c + s i mod nx, i), and no rate couples across
 * the wrap unless that axis is periodic. Cells are read from strips of any width ({@link Strips});
 * cell order is one strip as wide as the grid.
 */
final class LineLayout {
  private enum Kind {
    ALONG_X,
    ALONG_Y,
    SHEARED_ALONG_X,
    SHEARED_ALONG_Y
  }

  private final Kind kind;
  private final int shear;
  private final int nx;
  private final int ny;

  /** Coordinate of the first position. */
  private final int start;

  /** Cells of a line; a diagonal's lines leave out columns or rows that it has no jumps in. */
  final int length;

  /** Number of lines. */
  final int lines;

  /** Lines of a block; the last block is padded with empty lanes. */
  final int lanes;

  /** Number of blocks. */
  final int blocks;

  /** True if the last cell of every line is a neighbour of its first. */
  final boolean cyclic;

  /** True if the position grows with forward jumps, false if it shrinks. */
  final boolean ascending;

  /** True if a strip is a block as it lies, so that nothing need be copied. */
  final boolean inPlace;

  /** The axis at whose ends the lines end. */
  final int axis;

  LineLayout(Grid grid, DirectionalRates d) {
    nx = grid.nx;
    ny = grid.ny;
    boolean xPeriodic = grid.axis(0).periodic();
    if (d.dx != 0 && d.dy != 0) {
      kind = xPeriodic || d.dx > 1 ? Kind.SHEARED_ALONG_Y : Kind.SHEARED_ALONG_X;
      cyclic = false;
    } else if (d.dx != 0) {
      kind = Kind.ALONG_X;
      cyclic = xPeriodic;
    } else {
      kind = Kind.ALONG_Y;
      cyclic = grid.axis(1).periodic();
    }
    shear = d.dx * d.dy;
    boolean alongX = kind == Kind.ALONG_X || kind == Kind.SHEARED_ALONG_X;
    axis = alongX ? 0 : 1;
    ascending = alongX || d.dy * Math.max(1, d.dx) > 0;
    inPlace = kind == Kind.ALONG_X;
    if (shear == 0) {
      start = 0;
      length = alongX ? nx : ny;
    } else {
      int[] reach = reach(d, alongX);
      start = reach[0];
      length = reach[1] - reach[0];
    }
    lines = alongX ? ny : nx;
    lanes = Strips.width(lines);
    blocks = (lines + lanes - 1) / lanes;
  }

  /**
   * First and one past the last column (or row) that a jump of this direction starts or ends in.
   */
  private int[] reach(DirectionalRates d, boolean alongX) {
    int least = Integer.MAX_VALUE;
    int most = 0;
    for (int k = 0; k < d.forward.length; k++) {
      if (d.forward[k] != 0 || d.backward[k] != 0) {
        int at = alongX ? k / ny : k % ny;
        least = Math.min(least, at);
        most = Math.max(most, at);
      }
    }
    return new int[] {Math.max(0, least - 1), Math.min(alongX ? nx : ny, most + 2)};
  }

  int size() {
    return length * lanes;
  }

  private int used(int block) {
    return Math.min(lanes, lines - block * lanes);
  }

  /** Copies the lines of one block from cell order; empty lanes keep their content. */
  void loadCells(double[] cells, int block, double[] buffer) {
    load(new double[][] {cells}, ny, block, buffer);
  }

  /** Copies the lines of one block into a buffer; empty lanes keep their content. */
  void load(double[][] strips, int width, int block, double[] buffer) {
    int first = block * lanes;
    int used = used(block);
    switch (kind) {
      case ALONG_X -> {
        for (int i = 0; i < length; i++) {
          loadRow(strips, width, i, first, used, buffer, i * lanes);
        }
      }
      case SHEARED_ALONG_X -> {
        for (int i = 0; i < length; i++) {
          int row = Math.floorMod(first + shear * (start + i), ny);
          int head = Math.min(used, ny - row);
          loadRow(strips, width, start + i, row, head, buffer, i * lanes);
          loadRow(strips, width, start + i, 0, used - head, buffer, i * lanes + head);
        }
      }
      case ALONG_Y -> {
        for (int s = 0; s < strips.length; s++) {
          int from = s * width;
          int rows = Math.min(width, ny - from);
          Tiles.load(strips[s], first * width, width, used, rows, buffer, from * lanes, lanes);
        }
      }
      default -> {
        for (int i = 0; i < length; i++) {
          int row = start + i;
          double[] strip = strips[row / width];
          int column = Math.floorMod(first + shear * row, nx);
          for (int j = 0; j < used; j++) {
            buffer[i * lanes + j] = strip[column * width + row % width];
            column = column + 1 < nx ? column + 1 : 0;
          }
        }
      }
    }
  }

  /** Copies a buffer back. */
  void store(double[] buffer, int block, double[][] strips, int width) {
    int first = block * lanes;
    int used = used(block);
    switch (kind) {
      case ALONG_X -> {
        for (int i = 0; i < length; i++) {
          storeRow(strips, width, i, first, used, buffer, i * lanes);
        }
      }
      case SHEARED_ALONG_X -> {
        for (int i = 0; i < length; i++) {
          int row = Math.floorMod(first + shear * (start + i), ny);
          int head = Math.min(used, ny - row);
          storeRow(strips, width, start + i, row, head, buffer, i * lanes);
          storeRow(strips, width, start + i, 0, used - head, buffer, i * lanes + head);
        }
      }
      case ALONG_Y -> {
        for (int s = 0; s < strips.length; s++) {
          int from = s * width;
          int rows = Math.min(width, ny - from);
          Tiles.store(strips[s], first * width, width, used, rows, buffer, from * lanes, lanes);
        }
      }
      default -> {
        for (int i = 0; i < length; i++) {
          int row = start + i;
          double[] strip = strips[row / width];
          int column = Math.floorMod(first + shear * row, nx);
          for (int j = 0; j < used; j++) {
            strip[column * width + row % width] = buffer[i * lanes + j];
            column = column + 1 < nx ? column + 1 : 0;
          }
        }
      }
    }
  }

  private static void loadRow(
      double[][] strips, int width, int ix, int row, int count, double[] buffer, int at) {
    int s = row / width;
    int lane = row - s * width;
    for (int done = 0; done < count; s++) {
      int run = Math.min(count - done, width - lane);
      System.arraycopy(strips[s], ix * width + lane, buffer, at + done, run);
      done += run;
      lane = 0;
    }
  }

  private static void storeRow(
      double[][] strips, int width, int ix, int row, int count, double[] buffer, int at) {
    int s = row / width;
    int lane = row - s * width;
    for (int done = 0; done < count; s++) {
      int run = Math.min(count - done, width - lane);
      System.arraycopy(buffer, at + done, strips[s], ix * width + lane, run);
      done += run;
      lane = 0;
    }
  }
}
