package org.thalweg.params;

/**
 * A place in a text as editors count it.
 *
 * @param line the line, from 1
 * @param column the character in the line, from 1
 */
record TextPosition(int line, int column) {
  static TextPosition at(String text, int offset) {
    int line = 1;
    int start = 0;
    int end = Math.min(offset, text.length());
    for (int i = text.indexOf('\n'); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) {
      line++;
      start = i + 1;
    }
    return new TextPosition(line, end - start + 1);
  }

  /** The offset of the place in a text, at most the text's length. */
  int offset(String text) {
    int start = 0;
    for (int l = 1; l < line; l++) {
      int end = text.indexOf('\n', start);
      if (end < 0) {
        return text.length();
      }
      start = end + 1;
    }
    return Math.min(start + column - 1, text.length());
  }

  @Override
  public String toString() {
    return "line " + line + ", column " + column;
  }
}
