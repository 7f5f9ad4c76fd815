package org.thalweg.params;

/** How a value from a file is shown in a message: on one line, quoted, and cut if it is long. */
final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  /** A node with its type, as in: the string "abc". */
  static String described(JsonNode node) {
    return switch (node.type()) {
      case OBJECT -> "an object";
      case ARRAY ->
          node.elements().isEmpty()
              ? "an empty array"
              : "an array of " + count(node.elements().size(), "element");
      case STRING -> "the string " + quoted(node.text());
      case NUMBER -> "the number " + Numbers.shown(node.text());
      case BOOLEAN, NULL -> node.text();
    };
  }

  static String quoted(String text) {
    return quoted(text, LONGEST);
  }

  static String quoted(String text, int longest) {
    StringBuilder out = new StringBuilder("\"");
    int end = Math.min(text.length(), longest);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c == '\t') {
        out.append("\\t");
      } else if (Character.isISOControl(c) || Character.isSurrogate(c) || isInvisible(c)) {
        out.append(String.format("\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append(end < text.length() ? "...\"" : "\"").toString();
  }

  static String count(long n, String noun) {
    return n + " " + noun + (n == 1 ? "" : "s");
  }

  private static boolean isInvisible(char c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
