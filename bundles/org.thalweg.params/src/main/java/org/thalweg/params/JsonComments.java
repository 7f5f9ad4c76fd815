package org.thalweg.params;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Blanks the comments of a JSON text out, so that lines and columns stay where they are. */
final class JsonComments {
  private JsonComments() {}

  /** Hands the text without comments on, unless a comment has no end. */
  static <T> Checked<T> blanked(String text, Function<String, Checked<T>> next) {
    char[] out = text.toCharArray();
    int i = 0;
    while (i < out.length) {
      if (out[i] == '"') {
        i = endOfString(out, i);
      } else if (starts(out, i, '/')) {
        while (i < out.length && out[i] != '\n' && out[i] != '\r') {
          out[i++] = ' ';
        }
      } else if (starts(out, i, '*')) {
        int end = text.indexOf("*/", i + 2);
        if (end < 0) {
          String where = TextPosition.at(text, i).toString();
          return new Checked<>(
              Optional.empty(),
              List.of(new Finding("", where + ": the comment that begins here has no end")));
        }
        for (; i < end + 2; i++) {
          out[i] = out[i] == '\n' || out[i] == '\r' ? out[i] : ' ';
        }
      } else {
        i++;
      }
    }
    return next.apply(new String(out));
  }

  private static boolean starts(char[] text, int i, char second) {
    return text[i] == '/' && i + 1 < text.length && text[i + 1] == second;
  }

  private static int endOfString(char[] text, int open) {
    int i = open + 1;
    while (i < text.length && text[i] != '"') {
      i += text[i] == '\\' ? 2 : 1;
    }
    return i + 1;
  }
}
