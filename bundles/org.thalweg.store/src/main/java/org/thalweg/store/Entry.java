package org.thalweg.store;

import java.util.List;
import org.thalweg.api.analysis.Table.Column;

/** What the result says of one table, array or figure. */
sealed interface Entry {
  /**
   * A table.
   *
   * @param file the path in the folder
   * @param title what it shows
   * @param rows the number of rows
   * @param columns the columns
   */
  record OfTable(String file, String title, int rows, List<Column> columns) implements Entry {}

  /**
   * An array.
   *
   * @param file the path in the folder
   * @param meaning what it holds
   * @param shape the length of each dimension
   */
  record OfArray(String file, String meaning, int[] shape) implements Entry {}

  /**
   * A figure.
   *
   * @param files the paths in the folder
   * @param title what it shows
   */
  record OfFigure(List<String> files, String title) implements Entry {}
}
