package org.thalweg.engine.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.thalweg.api.analysis.NamedArray;

/**
 * Reads a table of numbers, with the names of its columns if the first line is not all numbers.
 *
 * <p>Cells are separated by commas and may stand in double quotes, as RFC 4180 has it, but not go
 * over the end of a line. An empty cell is a value that is missing, NaN.
 */
final class Csv {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
  private static final Pattern INFINITE = Pattern.compile("[+-]?inf(inity)?");
  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final int LONGEST = 40;

  private final String name;
  private List<String> names = List.of();
  private double[] values = new double[1024];
  private int count;
  private int columns;

  Csv(String name) {
    this.name = name;
  }

  NamedArray read(InputStream in) throws IOException {
    // The decoder refuses what is not UTF-8 instead of replacing it.
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    List<String> cells = new ArrayList<>();
    long line = 0;
    int rows = 0;
    for (String text = lines.readLine(); text != null; text = lines.readLine()) {
      line++;
      if (line == 1 && text.startsWith(BYTE_ORDER_MARK)) {
        text = text.substring(1);
      }
      if (text.isBlank() || text.stripLeading().startsWith("#")) {
        continue;
      }
      split(text, line, cells);
      if (columns == 0) {
        columns = cells.size();
        if (!cells.stream().allMatch(Csv::isNumber)) {
          names = List.copyOf(cells);
          continue;
        }
      }
      add(cells, line);
      rows++;
    }
    return new NamedArray(
        name,
        new int[] {rows, columns},
        Arrays.copyOf(values, count),
        "rows and columns of " + name,
        names);
  }

  private void add(List<String> cells, long line) throws DamagedFileException {
    if (cells.size() != columns) {
      throw new DamagedFileException(
          "line "
              + line
              + " has "
              + counted(cells.size())
              + ", but the first has "
              + columns
              + "; every line needs as many, separated by commas");
    }
    if (count + columns > Numbers.MOST) {
      throw Numbers.tooMany();
    }
    if (count + columns > values.length) {
      values = Arrays.copyOf(values, Math.max(2 * values.length, count + columns));
    }
    for (int c = 0; c < columns; c++) {
      values[count++] = number(cells.get(c), line, c);
    }
  }

  private static String counted(int cells) {
    return cells == 1 ? "1 cell" : cells + " cells";
  }

  private double number(String cell, long line, int column) throws DamagedFileException {
    if (NUMBER.matcher(cell).matches()) {
      double value = Double.parseDouble(cell);
      if (Double.isInfinite(value)) {
        throw new DamagedFileException(
            place(cell, line, column) + " is beyond the range of doubles");
      }
      return value;
    }
    if (!isNumber(cell)) {
      throw new DamagedFileException(
          place(cell, line, column) + " is no number; numbers are written like -1.5e3, nan or inf");
    }
    if (isMissing(cell)) {
      return Double.NaN;
    }
    return cell.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  private String place(String cell, long line, int column) {
    String shown = cell.length() > LONGEST ? cell.substring(0, LONGEST) + "..." : cell;
    return "line "
        + line
        + ", column "
        + (column + 1)
        + (names.isEmpty() ? "" : " (" + names.get(column) + ")")
        + ": '"
        + shown
        + "'";
  }

  private static boolean isNumber(String cell) {
    return NUMBER.matcher(cell).matches()
        || isMissing(cell)
        || INFINITE.matcher(cell.toLowerCase(Locale.ROOT)).matches();
  }

  private static boolean isMissing(String cell) {
    return cell.isEmpty() || cell.equalsIgnoreCase("nan");
  }

  private static void split(String text, long line, List<String> cells)
      throws DamagedFileException {
    cells.clear();
    int at = 0;
    do {
      int end = endOfCell(text, at, line, cells.size() + 1);
      cells.add(unquoted(text.substring(at, end).strip()));
      at = end + 1;
    } while (at <= text.length());
  }

  /** Where the comma after a cell stands, or the line ends. */
  private static int endOfCell(String text, int from, long line, int column)
      throws DamagedFileException {
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        return i;
      }
    }
    if (quoted) {
      throw new DamagedFileException(
          "line " + line + ", column " + column + ": a double quote is not closed on its line");
    }
    return text.length();
  }

  private static String unquoted(String cell) {
    return cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"")
        ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"").strip()
        : cell;
  }
}
