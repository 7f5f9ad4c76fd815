package org.thalweg.analyzers.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.thalweg.api.analysis.Estimate;
import org.thalweg.api.analysis.Table;

/** Builds a table row by row; columns stand in the order of their first use. */
public final class Columns {
  private final int rows;
  private final Map<String, Object> columns = new LinkedHashMap<>();
  private final Map<String, String> units = new LinkedHashMap<>();

  /** No columns yet, all of so many rows. */
  public Columns(int rows) {
    this.rows = rows;
  }

  /** Puts a number; cells that are never put hold not-a-number. */
  public Columns put(String name, String unit, int row, double value) {
    units.putIfAbsent(name, unit);
    double[] column =
        (double[])
            columns.computeIfAbsent(
                name,
                n -> {
                  double[] fresh = new double[rows];
                  Arrays.fill(fresh, Double.NaN);
                  return fresh;
                });
    column[row] = value;
    return this;
  }

  /** Puts a number and its error, in a column beside it. */
  public Columns put(String name, String unit, int row, Estimate estimate) {
    return put(name, unit, row, estimate.value()).put(name + "_error", unit, row, estimate.error());
  }

  /** Puts an integer; cells that are never put hold zero. */
  public Columns count(String name, int row, long value) {
    ((long[]) columns.computeIfAbsent(name, n -> new long[rows]))[row] = value;
    return this;
  }

  /** Puts words; cells that are never put are empty. */
  public Columns words(String name, int row, String value) {
    String[] column =
        (String[])
            columns.computeIfAbsent(
                name,
                n -> {
                  String[] fresh = new String[rows];
                  Arrays.fill(fresh, "");
                  return fresh;
                });
    column[row] = value;
    return this;
  }

  /** The table of all columns; its name names the file, its title says what it shows. */
  public Table table(String name, String title) {
    List<Table.Column> list = new ArrayList<>();
    columns.forEach(
        (n, values) -> {
          if (values instanceof double[] numbers) {
            list.add(new Table.Numbers(n, units.get(n), numbers));
          } else if (values instanceof long[] counts) {
            list.add(new Table.Counts(n, counts));
          } else {
            list.add(new Table.Words(n, List.of((String[]) values)));
          }
        });
    return new Table(name, title, list);
  }
}
