package org.thalweg.bench.instruments;

import java.util.Arrays;

/**
 * Splits the time of one thread among the parts of a step; a part that calls another stands still
 * meanwhile.
 *
 * <p>It looks at the clock at every change, which takes time too: the piece before the clock is
 * read goes to the part that is left, the piece after it to the one that begins. {@link Cost} tells
 * how long both are, and the counts kept here how often they were spent.
 */
final class Stopwatch {
  private static final int PARTS = Part.values().length;

  private final long[] self = new long[PARTS];
  private final long[] calls = new long[PARTS];
  private final long[] nested = new long[PARTS];
  private int[] stack = new int[16];
  private int depth;
  private long last;

  void reset() {
    Arrays.fill(self, 0);
    Arrays.fill(calls, 0);
    Arrays.fill(nested, 0);
    depth = 0;
  }

  /** A part begins, inside of whatever is going on. */
  void enter(Part part) {
    long now = System.nanoTime();
    int p = part.ordinal();
    if (depth > 0) {
      int outer = stack[depth - 1];
      self[outer] += now - last;
      nested[outer]++;
    }
    if (depth == stack.length) {
      stack = Arrays.copyOf(stack, 2 * depth);
    }
    stack[depth++] = p;
    calls[p]++;
    last = now;
  }

  /** The part that began last is over. */
  void exit() {
    long now = System.nanoTime();
    self[stack[--depth]] += now - last;
    last = now;
  }

  /** Nanoseconds spent in a part itself. */
  long self(Part part) {
    return self[part.ordinal()];
  }

  /** How often a part began. */
  long calls(Part part) {
    return calls[part.ordinal()];
  }

  /** How often another part began inside of a part. */
  long nested(Part part) {
    return nested[part.ordinal()];
  }
}
