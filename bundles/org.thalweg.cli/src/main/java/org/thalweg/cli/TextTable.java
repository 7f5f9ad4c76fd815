package org.thalweg.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.thalweg.params.JsonNode;

/** A table as aligned text: words to the left, numbers to the right. */
final class TextTable {
  private static final String GAP = "  ";
  private static final String PLUS_MINUS = " +- ";

  private final List<String> header;
  private final List<List<String>> rows = new ArrayList<>();

  TextTable(List<String> header) {
    this.header = header;
  }

  void row(List<String> cells) {
    rows.add(cells);
  }

  /** A number with up to five significant digits, as short as it can be. */
  static String number(double value) {
    return number(value, 5);
  }

  /** A number with up to some significant digits, as short as it can be. */
  static String number(double value, int digits) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return Long.toString((long) value);
    }
    double size = Math.abs(value);
    return size >= 1e-3 && size < 1e6
        ? new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros().toPlainString()
        : String.format(Locale.ROOT, "%." + Math.max(1, digits - 2) + "e", value)
            .replaceFirst("\\.?0*e", "e");
  }

  /** A number for JSON, or its name where JSON has none: NaN, inf. */
  static JsonNode json(double value) {
    return Double.isFinite(value) ? JsonNode.number(value) : JsonNode.string(number(value));
  }

  /** A number with its error of two digits, and no digits beyond them. */
  static String measured(double value, double error) {
    boolean plain = error >= 1e-5 && error < 1e4 && Math.abs(value) < 1e6;
    if (!plain || !(Math.abs(value) >= error / 100)) {
      return number(value) + PLUS_MINUS + number(error, 2);
    }
    BigDecimal rounded = new BigDecimal(error).round(new MathContext(2));
    int scale = Math.max(0, rounded.scale());
    return new BigDecimal(value).setScale(scale, RoundingMode.HALF_EVEN).toPlainString()
        + PLUS_MINUS
        + rounded.setScale(scale, RoundingMode.HALF_EVEN).toPlainString();
  }

  List<String> lines() {
    int columns = header.size();
    int[] width = new int[columns];
    boolean[] numeric = new boolean[columns];
    for (int c = 0; c < columns; c++) {
      width[c] = header.get(c).length();
      numeric[c] = !rows.isEmpty();
      for (List<String> row : rows) {
        width[c] = Math.max(width[c], row.get(c).length());
        numeric[c] &= looksNumeric(row.get(c));
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(line(header, width, numeric));
    for (List<String> row : rows) {
      lines.add(line(row, width, numeric));
    }
    return lines;
  }

  private static boolean looksNumeric(String cell) {
    return cell.isEmpty() || cell.equals("-") || cell.matches("[-+]?[0-9].*|NaN|-?inf");
  }

  private static String line(List<String> cells, int[] width, boolean[] numeric) {
    StringBuilder line = new StringBuilder();
    for (int c = 0; c < cells.size(); c++) {
      String pad = " ".repeat(width[c] - cells.get(c).length());
      line.append(c == 0 ? "" : GAP);
      line.append(numeric[c] ? pad + cells.get(c) : cells.get(c) + pad);
    }
    return line.toString().stripTrailing();
  }
}
