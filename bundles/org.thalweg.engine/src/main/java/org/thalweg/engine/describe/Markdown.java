package org.thalweg.engine.describe;

import java.util.List;
import java.util.stream.Collectors;

/** Builds one page of Markdown, with everything escaped that would be read as markup. */
final class Markdown {
  private static final String MARKUP = "\\`*_[]<|~&";

  private final StringBuilder text = new StringBuilder();

  static String plain(String words) {
    String line = words.replaceAll("\\s+", " ").strip();
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      if (MARKUP.indexOf(line.charAt(i)) >= 0 && !isSubscript(line, i)) {
        escaped.append('\\');
      }
      escaped.append(line.charAt(i));
    }
    return escaped.toString();
  }

  /** An underscore within a word is no markup. */
  private static boolean isSubscript(String line, int i) {
    return line.charAt(i) == '_'
        && i > 0
        && i + 1 < line.length()
        && Character.isLetterOrDigit(line.charAt(i - 1))
        && Character.isLetterOrDigit(line.charAt(i + 1));
  }

  /** Code for a table's cell too, where a bar has to be escaped even in code. */
  static String code(String words) {
    String fence = words.contains("`") ? "``" : "`";
    return words.isEmpty() ? "" : fence + words.replace("|", "\\|") + fence;
  }

  static String link(String words, String target) {
    return "[" + plain(words) + "](" + target + ")";
  }

  Markdown heading(int level, String words) {
    return paragraph("#".repeat(level) + " " + plain(words));
  }

  /** A paragraph that is Markdown already. */
  Markdown paragraph(String markdown) {
    gap();
    text.append(markdown).append('\n');
    return this;
  }

  /** A list of items that are Markdown already. */
  Markdown items(List<String> items) {
    return items.isEmpty()
        ? this
        : paragraph(items.stream().map(i -> "- " + i).collect(Collectors.joining("\n")));
  }

  Markdown block(String language, String lines) {
    return paragraph("```" + language + "\n" + lines.stripTrailing() + "\n```");
  }

  /** A table whose cells are Markdown already. */
  Markdown table(List<String> head, List<List<String>> rows) {
    gap();
    row(head);
    row(head.stream().map(h -> "---").toList());
    rows.forEach(this::row);
    return this;
  }

  String text() {
    return text.toString();
  }

  private void row(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private void gap() {
    if (!text.isEmpty()) {
      text.append('\n');
    }
  }
}
