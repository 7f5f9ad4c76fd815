package org.thalweg.api.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Finds out quickly that no number of an array is outside an interval, which is nearly always so.
 *
 * <p>Only signs are gathered: masks are slow in Java 17, and one test serves a whole piece. Signs
 * may cry wolf (for minus zero at an end that is zero) but never miss.
 */
final class VectorSearch {
  private static final int PIECE = 64 * Lanes.COUNT;

  private VectorSearch() {}

  /** Returns an index, at least start, before which all numbers are inside. */
  static int begin(double[] x, double from, double to, int start, int n) {
    long largest = Double.doubleToRawLongBits(Math.max(Math.abs(from), Math.abs(to)));
    boolean symmetric = from == -to;
    int i = start;
    while (n - i >= Lanes.COUNT) {
      int size = Math.min(PIECE, n - i);
      int end = i + size - size % Lanes.COUNT;
      if (symmetric ? anyBeyond(x, largest, i, end) : anyOutside(x, from, to, largest, i, end)) {
        return i;
      }
      i = end;
    }
    return i;
  }

  /** Sizes as integers: infinity and numbers that are none are larger than any number. */
  private static boolean anyBeyond(double[] x, long largest, int start, int end) {
    LongVector signs = LongVector.zero(Lanes.LONGS);
    LongVector limit = LongVector.broadcast(Lanes.LONGS, largest);
    for (int i = start; i < end; i += Lanes.COUNT) {
      LongVector bits = DoubleVector.fromArray(Lanes.DOUBLES, x, i).reinterpretAsLongs();
      LongVector size = bits.lanewise(VectorOperators.AND, Long.MAX_VALUE);
      signs = signs.lanewise(VectorOperators.OR, limit.sub(size));
    }
    return signs.reduceLanes(VectorOperators.OR) < 0;
  }

  private static boolean anyOutside(
      double[] x, double from, double to, long largest, int start, int end) {
    LongVector signs = LongVector.zero(Lanes.LONGS);
    LongVector limit = LongVector.broadcast(Lanes.LONGS, largest);
    DoubleVector upper = DoubleVector.broadcast(Lanes.DOUBLES, to);
    for (int i = start; i < end; i += Lanes.COUNT) {
      DoubleVector v = DoubleVector.fromArray(Lanes.DOUBLES, x, i);
      LongVector size = v.reinterpretAsLongs().lanewise(VectorOperators.AND, Long.MAX_VALUE);
      LongVector ends =
          v.sub(from)
              .reinterpretAsLongs()
              .lanewise(VectorOperators.OR, upper.sub(v).reinterpretAsLongs());
      signs =
          signs.lanewise(VectorOperators.OR, limit.sub(size)).lanewise(VectorOperators.OR, ends);
    }
    return signs.reduceLanes(VectorOperators.OR) < 0;
  }
}
