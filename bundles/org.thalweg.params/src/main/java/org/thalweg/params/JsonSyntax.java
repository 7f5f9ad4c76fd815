package org.thalweg.params;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns Gson's syntax errors into lines that name the character at fault and the remedy. */
final class JsonSyntax {
  /** What Gson says before it quotes the text as it stands, line breaks and all. */
  private static final String BAD_ESCAPE = "Malformed Unicode escape ";

  private static final Pattern POSITION =
      Pattern.compile("^(.*?) at line (\\d{1,9}) column (\\d{1,9}) path", Pattern.DOTALL);
  private static final Pattern LITERAL =
      Pattern.compile("true|false|null|-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
  private static final Pattern NOT_FINITE = Pattern.compile("(?i)[+-]?(nan|inf|infinity)");
  private static final Pattern NUMBER_LIKE = Pattern.compile("[+-]?\\.?\\d.*|[+-]+");
  private static final String SEPARATORS = "{}[]:,;=#/\"'\\";
  private static final int LONGEST_NUMBER = 1000;

  private JsonSyntax() {}

  static String endsEarly(String text) {
    return TextPosition.at(text, text.stripTrailing().length())
        + ": the text ends too early; a closing bracket, brace or value is missing";
  }

  /** A value in a few characters. */
  static String brief(JsonNode node) {
    return switch (node.type()) {
      case OBJECT, ARRAY -> Shown.described(node);
      case STRING -> Shown.quoted(node.text());
      default -> Numbers.shown(node.text());
    };
  }

  static String message(String text, String gson, boolean finished) {
    Matcher position = POSITION.matcher(gson == null ? "" : gson);
    if (!position.find()) {
      return "not JSON: " + gson;
    }
    int line = Integer.parseInt(position.group(2));
    int column = Integer.parseInt(position.group(3));
    int after = new TextPosition(line, column).offset(text);
    if (finished) {
      int end = Math.max(0, Math.min(after, text.length()) - 1);
      return TextPosition.at(text, end) + ": more text after the end of the JSON value; remove it";
    }
    String what = position.group(1);
    if (what.contains("to accept malformed JSON")) {
      return badToken(text, after);
    }
    // What follows has been looked at already: Gson stands behind the character at fault.
    int at = Math.max(0, after - 1);
    String where = TextPosition.at(text, at) + ": ";
    return where
        + switch (what) {
          case "Expected name" ->
              at < text.length() && text.charAt(at) == '}'
                  ? "a comma before '}'; JSON has no trailing commas"
                  : "expected a key in double quotes, found " + character(text, at);
          case "Expected ':'" -> "expected ':' after the key, found " + character(text, at);
          case "Unterminated object" -> "expected ',' or '}', found " + character(text, at);
          case "Unterminated array" -> "expected ',' or ']', found " + character(text, at);
          case "Unterminated string" -> "a string has no closing quote";
          case "Expected value", "Unexpected value" ->
              "expected a value, found " + character(text, Math.min(at, after));
          default -> aboutString(what);
        };
  }

  private static String aboutString(String what) {
    if (what.startsWith("Unescaped control")) {
      return "a string holds a line break or control character; write \\n or \\u...";
    }
    if (what.startsWith(BAD_ESCAPE)) {
      String escape = what.substring(BAD_ESCAPE.length());
      return "\\u needs four hexadecimal digits, found " + Shown.quoted(escape);
    }
    return lowerFirst(what);
  }

  private static String badToken(String text, int after) {
    int start = after;
    int end = after;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    String token = text.substring(after, end);
    boolean valid = LITERAL.matcher(token).matches() && token.length() <= LONGEST_NUMBER;
    if (valid && end < text.length() && ";=".indexOf(text.charAt(end)) >= 0) {
      return TextPosition.at(text, end) + ": unexpected " + character(text, end);
    }
    if (valid || end == after || after > 0 && "'#/".indexOf(text.charAt(after - 1)) >= 0) {
      start = Math.max(0, after - 1); // Gson has consumed the character at fault
      end = Math.min(text.length(), start + 1);
    }
    while (start > 0 && isWord(text.charAt(start)) && isWord(text.charAt(start - 1))) {
      start--;
    }
    while (end < text.length() && isWord(text.charAt(end - 1)) && isWord(text.charAt(end))) {
      end++;
    }
    return TextPosition.at(text, start) + ": " + about(text, start, text.substring(start, end));
  }

  private static String about(String text, int start, String token) {
    String lower = token.toLowerCase(Locale.ROOT);
    String shown = Numbers.shown(token);
    if (NOT_FINITE.matcher(token).matches()) {
      return shown + " is not a JSON number; only finite numbers are allowed";
    }
    if (LITERAL.matcher(lower).matches() && !LITERAL.matcher(token).matches()) {
      return shown + " must be written " + lower;
    }
    if (token.length() > LONGEST_NUMBER && NUMBER_LIKE.matcher(token).matches()) {
      return shown + " has too many digits";
    }
    if (NUMBER_LIKE.matcher(token).matches()) {
      return shown
          + " is not a JSON number: no leading plus, zero or point, digits on both sides of a"
          + " point, decimal";
    }
    if (token.equals("'")) {
      return "strings and keys take double quotes, not single ones";
    }
    if (token.equals("#") || text.startsWith("//", start) || text.startsWith("/*", start)) {
      return "comments are not JSON; name the file .jsonc to use // and /* */";
    }
    if ((token.equals("]") || token.equals(",")) && start > 0) {
      return "a value is missing before " + token + "; JSON has no trailing commas";
    }
    if (!token.isEmpty() && isWord(token.charAt(0))) {
      return shown + " must be in double quotes";
    }
    return "unexpected " + character(text, start);
  }

  private static boolean isWord(char c) {
    return !Character.isWhitespace(c) && SEPARATORS.indexOf(c) < 0;
  }

  private static String character(String text, int at) {
    return at < text.length() ? Shown.quoted(text.substring(at, at + 1)) : "the end of the text";
  }

  private static String lowerFirst(String sentence) {
    return sentence.isEmpty()
        ? sentence
        : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
