package org.thalweg.api.analysis;

import java.util.List;

/**
 * A table with named columns of equal length.
 *
 * @param name a file name without extension, in words joined by hyphens
 * @param title what it shows, in one line
 * @param columns the columns
 * @param headline whether it belongs beside the verdict on a screen, being short and about all
 *     methods
 */
public record Table(String name, String title, List<Column> columns, boolean headline) {
  /**
   * Checks that the columns are of equal length.
   *
   * @param name a file name
   * @param title what it shows
   * @param columns the columns
   * @param headline whether it belongs on a screen
   */
  public Table {
    columns = List.copyOf(columns);
    for (Column c : columns) {
      if (c.size() != columns.get(0).size()) {
        throw new IllegalArgumentException(
            "column " + c.name() + " of table " + name + " has another length");
      }
    }
  }

  /**
   * A table that is for files.
   *
   * @param name a file name
   * @param title what it shows
   * @param columns the columns
   */
  public Table(String name, String title, List<Column> columns) {
    this(name, title, columns, false);
  }

  /**
   * The same table, to be shown beside the verdict.
   *
   * @return a headline
   */
  public Table asHeadline() {
    return new Table(name, title, columns, true);
  }

  /**
   * The number of rows.
   *
   * @return the length of every column
   */
  public int rows() {
    return columns.isEmpty() ? 0 : columns.get(0).size();
  }

  /** A column of a table. */
  public sealed interface Column permits Numbers, Counts, Words {
    /**
     * The column's name.
     *
     * @return lower-case words joined by underscores
     */
    String name();

    /**
     * The number of rows.
     *
     * @return the length
     */
    int size();
  }

  /**
   * A column of numbers; not-a-number and infinities are kept as they are.
   *
   * @param name the name
   * @param unit the unit, empty for a pure number
   * @param values the numbers
   */
  public record Numbers(String name, String unit, double[] values) implements Column {
    @Override
    public int size() {
      return values.length;
    }
  }

  /**
   * A column of integers.
   *
   * @param name the name
   * @param values the integers
   */
  public record Counts(String name, long[] values) implements Column {
    @Override
    public int size() {
      return values.length;
    }
  }

  /**
   * A column of words.
   *
   * @param name the name
   * @param values the words
   */
  public record Words(String name, List<String> values) implements Column {
    @Override
    public int size() {
      return values.size();
    }
  }
}
