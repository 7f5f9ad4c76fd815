package org.thalweg.store;

import java.io.IOException;
import java.util.List;
import org.thalweg.api.analysis.Table;
import org.thalweg.api.analysis.Table.Column;
import org.thalweg.api.analysis.Table.Counts;
import org.thalweg.api.analysis.Table.Numbers;
import org.thalweg.api.analysis.Table.Words;
import org.thalweg.params.Decimal;

/**
 * A table as comma-separated values (RFC 4180, UTF-8): a header, then one line per row.
 *
 * <p>Numbers that are none are written {@code NaN}, {@code inf} and {@code -inf}, which pandas,
 * NumPy, Julia and DuckDB read as such.
 */
final class CsvFile {
  private CsvFile() {}

  static void write(Table table, Appendable out) throws IOException {
    List<Column> columns = table.columns();
    for (int c = 0; c < columns.size(); c++) {
      out.append(c == 0 ? "" : ",").append(quoted(columns.get(c).name()));
    }
    out.append("\r\n");
    for (int row = 0; row < table.rows(); row++) {
      for (int c = 0; c < columns.size(); c++) {
        out.append(c == 0 ? "" : ",").append(cell(columns.get(c), row));
      }
      out.append("\r\n");
    }
  }

  private static String cell(Column column, int row) {
    if (column instanceof Numbers numbers) {
      return number(numbers.values()[row]);
    }
    if (column instanceof Counts counts) {
      return Long.toString(counts.values()[row]);
    }
    return quoted(((Words) column).values().get(row));
  }

  static String number(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    return Decimal.of(value);
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain && !text.isEmpty() ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }
}
