package org.thalweg.api.kernel;

/** Moves between a number and its bits that need no conversion instruction. */
public final class Bits {

  /**
   * 1.5 * 2^52. A number below 2^51 in size, added to it, is rounded to an integer that stands in
   * the low bits of the sum.
   */
  public static final double SHIFT = 0x1.8p52;

  /** The bits of {@link #SHIFT}. */
  public static final long SHIFT_BITS = 0x4338000000000000L;

  private Bits() {}

  /** Returns the integer that a sum with {@link #SHIFT} holds. */
  public static long integerIn(double shifted) {
    return Double.doubleToRawLongBits(shifted) - SHIFT_BITS;
  }

  /** Returns an integer below 2^51 in size as a double. */
  public static double toDouble(long k) {
    return Double.longBitsToDouble(k + SHIFT_BITS) - SHIFT;
  }

  /** Returns 2^k for -1022 &lt;= k &lt;= 1023. */
  public static double powerOfTwo(long k) {
    return Double.longBitsToDouble((k + 1023) << 52);
  }
}
