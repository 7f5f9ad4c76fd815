package org.thalweg.api.kernel;

/**
 * Uniform numbers in the open interval (0, 1): the midpoints of 2^52 equal cells, (k + 1/2) 2^-52.
 *
 * <p>Every one is exact in double precision, 0 and 1 never occur, the smallest is 2^-53, and the
 * lattice is symmetric about 1/2, so the mean is 1/2 exactly.
 */
public final class OpenUnit {

  public static final long ONE_BITS = 0x3ff0000000000000L;
  public static final double ONE_LESS_HALF_CELL = 1.0 - 0x1p-53;

  private OpenUnit() {}

  /** Returns the midpoint that the upper 52 bits of a word choose. */
  public static double of(long word) {
    // Bits of a number in [1, 2), so that no conversion from integer is needed.
    return Double.longBitsToDouble((word >>> 12) | ONE_BITS) - ONE_LESS_HALF_CELL;
  }
}
