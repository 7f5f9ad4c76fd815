package org.thalweg.fokkerplanck;

/**
 * Which cells form the lines of one direction, and how a block of neighbouring lines is copied into
 * a buffer where position runs slowly and line fast, so that recurrences along all lines of the
 * block vectorise.
 *
 * <p>Buffer index: position * {@link #lanes} + lane. A diagonal family wraps around the other axis:
 * line c holds the cells (i, c + s i mod ny), and no rate couples across the wrap unless that axis
 * is periodic.
 */
final class LineLayout {
  private static final int WIDEST = 64;
  private static final int TILE = 8;

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

  /** Cells of a line. */
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

  /** The axis at whose ends the lines end. */
  final int axis;

  LineLayout(Grid grid, DirectionalRates d) {
    nx = grid.nx;
    ny = grid.ny;
    boolean xPeriodic = grid.axis(0).periodic();
    if (d.dx != 0 && d.dy != 0) {
      kind = xPeriodic ? Kind.SHEARED_ALONG_Y : Kind.SHEARED_ALONG_X;
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
    length = alongX ? nx : ny;
    lines = alongX ? ny : nx;
    lanes = Math.min(WIDEST, lines);
    blocks = (lines + lanes - 1) / lanes;
  }

  private int used(int block) {
    return Math.min(lanes, lines - block * lanes);
  }

  /**
   * Copies the lines of one block from cell order into a buffer; empty lanes keep their content.
   */
  void load(double[] cells, int block, double[] buffer) {
    int first = block * lanes;
    int used = used(block);
    switch (kind) {
      case ALONG_X -> {
        for (int i = 0; i < length; i++) {
          System.arraycopy(cells, i * ny + first, buffer, i * lanes, used);
        }
      }
      case SHEARED_ALONG_X -> {
        for (int i = 0; i < length; i++) {
          int row = Math.floorMod(first + shear * i, ny);
          int head = Math.min(used, ny - row);
          System.arraycopy(cells, i * ny + row, buffer, i * lanes, head);
          System.arraycopy(cells, i * ny, buffer, i * lanes + head, used - head);
        }
      }
      case ALONG_Y -> {
        for (int i0 = 0; i0 < length; i0 += TILE) {
          int i1 = Math.min(length, i0 + TILE);
          for (int j = 0; j < used; j++) {
            int from = (first + j) * ny;
            for (int i = i0; i < i1; i++) {
              buffer[i * lanes + j] = cells[from + i];
            }
          }
        }
      }
      default -> {
        for (int i = 0; i < length; i++) {
          for (int j = 0; j < used; j++) {
            buffer[i * lanes + j] = cells[Math.floorMod(first + j + shear * i, nx) * ny + i];
          }
        }
      }
    }
  }

  /** Copies a buffer back into cell order. */
  void store(double[] buffer, int block, double[] cells) {
    int first = block * lanes;
    int used = used(block);
    switch (kind) {
      case ALONG_X -> {
        for (int i = 0; i < length; i++) {
          System.arraycopy(buffer, i * lanes, cells, i * ny + first, used);
        }
      }
      case SHEARED_ALONG_X -> {
        for (int i = 0; i < length; i++) {
          int row = Math.floorMod(first + shear * i, ny);
          int head = Math.min(used, ny - row);
          System.arraycopy(buffer, i * lanes, cells, i * ny + row, head);
          System.arraycopy(buffer, i * lanes + head, cells, i * ny, used - head);
        }
      }
      case ALONG_Y -> {
        for (int i0 = 0; i0 < length; i0 += TILE) {
          int i1 = Math.min(length, i0 + TILE);
          for (int j = 0; j < used; j++) {
            int to = (first + j) * ny;
            for (int i = i0; i < i1; i++) {
              cells[to + i] = buffer[i * lanes + j];
            }
          }
        }
      }
      default -> {
        for (int i = 0; i < length; i++) {
          for (int j = 0; j < used; j++) {
            cells[Math.floorMod(first + j + shear * i, nx) * ny + i] = buffer[i * lanes + j];
          }
        }
      }
    }
  }
}
