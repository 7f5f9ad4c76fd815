package org.thalweg.api.analysis;

/**
 * One axis of a uniform grid of cells.
 *
 * @param from the lower end
 * @param to the upper end
 * @param cells the number of cells
 */
public record GridAxis(double from, double to, int cells) {
  /**
   * The width of a cell.
   *
   * @return h
   */
  public double width() {
    return (to - from) / cells;
  }

  /**
   * The centre of a cell.
   *
   * @param i the cell
   * @return from + (i + 1/2) h
   */
  public double centre(int i) {
    return from + (i + 0.5) * (to - from) / cells;
  }

  /**
   * The lower edge of a cell.
   *
   * @param i the cell, or the number of cells for the upper end
   * @return from + i h
   */
  public double edge(int i) {
    return i == cells ? to : from + i * (to - from) / cells;
  }
}
