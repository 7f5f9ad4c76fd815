package org.thalweg.fokkerplanck;

/**
 * A density cut into strips of 64 neighbouring rows, in which x runs slowly and the row within the
 * strip fast: lines along x are solved where they lie, and the other families read short rows
 * instead of columns a power of two apart, which would share few cache lines.
 *
 * <p>Cell (ix, iy) is entry ix * {@link #width} + iy % width of strip iy / width; rows past the
 * last one stay empty.
 */
final class Strips {
  /** Most rows of a strip. */
  static final int WIDEST = 64;

  private final int nx;
  private final int ny;

  /** Rows of a strip. */
  final int width;

  /** Entries of every strip. */
  final double[][] strip;

  Strips(Grid grid) {
    nx = grid.nx;
    ny = grid.ny;
    width = width(ny);
    strip = new double[(ny + width - 1) / width][nx * width];
  }

  /** How many of so many lines run side by side. */
  static int width(int lines) {
    return Math.min(WIDEST, lines);
  }

  /** Copies one strip from cell order. */
  void load(double[] cells, int s) {
    int used = Math.min(width, ny - s * width);
    for (int ix = 0; ix < nx; ix++) {
      System.arraycopy(cells, ix * ny + s * width, strip[s], ix * width, used);
    }
  }

  /** Copies one strip back into cell order. */
  void store(double[] cells, int s) {
    int used = Math.min(width, ny - s * width);
    for (int ix = 0; ix < nx; ix++) {
      System.arraycopy(strip[s], ix * width, cells, ix * ny + s * width, used);
    }
  }
}
