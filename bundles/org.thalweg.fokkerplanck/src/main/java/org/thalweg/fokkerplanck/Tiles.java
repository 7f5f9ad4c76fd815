package org.thalweg.fokkerplanck;

/**
 * Turns eight rows of a strip into eight lanes of a buffer and back: eight streams on one side, one
 * cache line on the other, so that turning a density by a right angle costs little more than a
 * copy.
 */
final class Tiles {
  private static final int LANES = 64;

  private Tiles() {}

  /**
   * Copies {@code lines} runs of {@code length} entries, {@code stride} apart, into lanes.
   *
   * @param rows read from {@code first} on
   * @param buffer written from {@code at} on, {@code lanes} entries from one position to the next
   */
  static void load(
      double[] rows,
      int first,
      int stride,
      int lines,
      int length,
      double[] buffer,
      int at,
      int lanes) {
    int j = 0;
    if (lanes == LANES) {
      for (; j + 8 <= lines; j += 8) {
        loadEight(rows, first + j * stride, stride, length, buffer, at + j);
      }
    }
    for (; j < lines; j++) {
      for (int i = 0, o = at + j; i < length; i++, o += lanes) {
        buffer[o] = rows[first + j * stride + i];
      }
    }
  }

  /** The reverse of {@link #load}. */
  static void store(
      double[] rows,
      int first,
      int stride,
      int lines,
      int length,
      double[] buffer,
      int at,
      int lanes) {
    int j = 0;
    if (lanes == LANES) {
      for (; j + 8 <= lines; j += 8) {
        storeEight(rows, first + j * stride, stride, length, buffer, at + j);
      }
    }
    for (; j < lines; j++) {
      for (int i = 0, o = at + j; i < length; i++, o += lanes) {
        rows[first + j * stride + i] = buffer[o];
      }
    }
  }

  private static void loadEight(
      double[] rows, int a, int stride, int length, double[] buffer, int at) {
    int b = a + stride;
    int c = b + stride;
    int d = c + stride;
    int e = d + stride;
    int f = e + stride;
    int g = f + stride;
    int h = g + stride;
    for (int i = 0; i < length; i++) {
      int o = LANES * i + at;
      buffer[o] = rows[a + i];
      buffer[o + 1] = rows[b + i];
      buffer[o + 2] = rows[c + i];
      buffer[o + 3] = rows[d + i];
      buffer[o + 4] = rows[e + i];
      buffer[o + 5] = rows[f + i];
      buffer[o + 6] = rows[g + i];
      buffer[o + 7] = rows[h + i];
    }
  }

  private static void storeEight(
      double[] rows, int a, int stride, int length, double[] buffer, int at) {
    int b = a + stride;
    int c = b + stride;
    int d = c + stride;
    int e = d + stride;
    int f = e + stride;
    int g = f + stride;
    int h = g + stride;
    for (int i = 0; i < length; i++) {
      int o = LANES * i + at;
      rows[a + i] = buffer[o];
      rows[b + i] = buffer[o + 1];
      rows[c + i] = buffer[o + 2];
      rows[d + i] = buffer[o + 3];
      rows[e + i] = buffer[o + 4];
      rows[f + i] = buffer[o + 5];
      rows[g + i] = buffer[o + 6];
      rows[h + i] = buffer[o + 7];
    }
  }
}
