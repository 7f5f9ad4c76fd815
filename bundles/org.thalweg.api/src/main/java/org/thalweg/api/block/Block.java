package org.thalweg.api.block;

import java.util.Arrays;

/**
 * The coordinates of one chunk of walkers, with the memory layout hidden behind lines.
 *
 * <p>A block has {@link #rows()} rows (coordinates, momenta, channels of noise) and {@link
 * #walkers()} columns. It is stored as separate lines: for few dimensions one line per row, holding
 * that row of all walkers; for many dimensions one line per walker, holding all its rows. Lines are
 * arrays of their own because loops over several arrays compile to vector instructions only when
 * they share one plain index.
 *
 * <pre>{@code
 * for (int l = 0; l < x.lines(); l++) {       // right: works for both layouts
 *   double[] a = x.line(l), g = gradient.line(l);
 *   for (int j = 0; j < a.length; j++) a[j] -= eta * g[j];
 * }
 * for (int w = 0; w < x.walkers(); w++) x.set(0, w, ...);  // wrong in a hot loop: slow
 * }</pre>
 */
public final class Block {
  private final int rows;
  private final int walkers;
  private final Layout layout;
  private final double[][] lines;

  /**
   * A block of zeros.
   *
   * @param rows the number of rows
   * @param walkers the number of walkers
   * @param layout how lines run
   */
  public Block(int rows, int walkers, Layout layout) {
    this.rows = rows;
    this.walkers = walkers;
    this.layout = layout;
    this.lines =
        layout == Layout.BY_COORDINATE ? new double[rows][walkers] : new double[walkers][rows];
  }

  /**
   * A block of zeros with the layout that a dimension and a number of walkers ask for.
   *
   * @param rows the number of rows
   * @param like the block whose walkers and layout to take
   * @return the new block
   */
  public static Block like(int rows, Block like) {
    return new Block(rows, like.walkers, like.layout);
  }

  /**
   * The number of rows.
   *
   * @return the dimension, or the number of channels or of memory rows
   */
  public int rows() {
    return rows;
  }

  /**
   * The number of walkers.
   *
   * @return the number of columns
   */
  public int walkers() {
    return walkers;
  }

  /**
   * How lines run.
   *
   * @return the layout
   */
  public Layout layout() {
    return layout;
  }

  /**
   * Whether line i is coordinate i of all walkers.
   *
   * @return true for {@link Layout#BY_COORDINATE}
   */
  public boolean byCoordinate() {
    return layout == Layout.BY_COORDINATE;
  }

  /**
   * The number of lines.
   *
   * @return rows or walkers, after the layout
   */
  public int lines() {
    return lines.length;
  }

  /**
   * One line, live.
   *
   * @param l its index
   * @return the array itself, not a copy
   */
  public double[] line(int l) {
    return lines[l];
  }

  /**
   * One number.
   *
   * @param row the row
   * @param walker the walker
   * @return the value
   */
  public double get(int row, int walker) {
    return layout == Layout.BY_COORDINATE ? lines[row][walker] : lines[walker][row];
  }

  /**
   * Sets one number.
   *
   * @param row the row
   * @param walker the walker
   * @param value the value
   */
  public void set(int row, int walker, double value) {
    if (layout == Layout.BY_COORDINATE) {
      lines[row][walker] = value;
    } else {
      lines[walker][row] = value;
    }
  }

  /**
   * Copies all rows of one walker out.
   *
   * @param walker the walker
   * @param out where to, of length at least {@link #rows()}
   */
  public void point(int walker, double[] out) {
    if (layout == Layout.BY_COORDINATE) {
      for (int i = 0; i < rows; i++) {
        out[i] = lines[i][walker];
      }
    } else {
      System.arraycopy(lines[walker], 0, out, 0, rows);
    }
  }

  /**
   * Sets all rows of one walker.
   *
   * @param walker the walker
   * @param from where from, of length at least {@link #rows()}
   */
  public void setPoint(int walker, double[] from) {
    if (layout == Layout.BY_COORDINATE) {
      for (int i = 0; i < rows; i++) {
        lines[i][walker] = from[i];
      }
    } else {
      System.arraycopy(from, 0, lines[walker], 0, rows);
    }
  }

  /**
   * Copies another block of the same shape and layout.
   *
   * @param other the block to copy
   */
  public void copyFrom(Block other) {
    for (int l = 0; l < lines.length; l++) {
      System.arraycopy(other.lines[l], 0, lines[l], 0, lines[l].length);
    }
  }

  /**
   * Sets every number to one value.
   *
   * @param value the value
   */
  public void fill(double value) {
    for (double[] line : lines) {
      Arrays.fill(line, value);
    }
  }
}
