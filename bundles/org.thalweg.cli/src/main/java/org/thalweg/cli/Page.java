package org.thalweg.cli;

import java.util.ArrayList;
import java.util.List;

/** Text for people, wrapped between words to the width of the terminal. */
final class Page {
  private static final int USUAL = 80;
  private static final int NARROWEST = 40;
  private static final int WIDEST = 120;

  private final int width;
  private final List<String> lines = new ArrayList<>();

  /**
   * An empty page.
   *
   * @param width the most characters of a line, where its words allow
   */
  Page(int width) {
    this.width = width;
  }

  /** A page as wide as the variable COLUMNS says, within reason, or the usual 80 characters. */
  static Page ofTerminal() {
    String columns = System.getenv("COLUMNS");
    int width = columns != null && columns.matches("\\d{1,6}") ? Integer.parseInt(columns) : USUAL;
    return new Page(Math.min(WIDEST, Math.max(NARROWEST, width)));
  }

  int width() {
    return width;
  }

  void gap() {
    if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
      lines.add("");
    }
  }

  /** Adds a line as it is. */
  void line(String text) {
    lines.add(text.stripTrailing());
  }

  /** Adds a text, every line of it indented. */
  void text(int indent, String text) {
    hanging(indent, indent, text);
  }

  /** Adds a text after a label; further lines begin below it, in a column of their own. */
  void text(String label, int column, String text) {
    if (label.length() >= column) {
      lines.add(label);
      text(column, text);
    } else {
      wrap(label + " ".repeat(column - label.length()), column, text);
    }
  }

  /** Adds a text whose first line is indented in another way than the others. */
  void hanging(int first, int others, String text) {
    wrap(" ".repeat(first), others, text);
  }

  private void wrap(String beginning, int column, String text) {
    StringBuilder line = new StringBuilder(beginning);
    boolean fresh = true;
    for (String word : text.strip().split("\\s+")) {
      if (!fresh && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(column));
        fresh = true;
      }
      line.append(fresh ? "" : " ").append(word);
      fresh = false;
    }
    lines.add(line.toString().stripTrailing());
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
