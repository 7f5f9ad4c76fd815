package org.thalweg.params;

import java.math.BigDecimal;

/** Numbers as experiment files write them: read without loss, written in the shortest way. */
final class Numbers {
  private static final double EXACT = 0x1p53;
  private static final int LONGEST_LONG = 19;

  private Numbers() {}

  /** Says what is wrong with a number, in a message that begins with the number as written. */
  static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Reads a double.
   *
   * @throws Refused if it is too large, would vanish, or is an integer that a double cannot hold
   */
  static double toDouble(String text) throws Refused {
    double value = Double.parseDouble(text);
    if (Double.isInfinite(value)) {
      throw new Refused(
          shown(text) + " is too large for a double, which ends at 1.7976931348623157e308");
    }
    if (value == 0 && !isZero(text)) {
      throw new Refused(shown(text) + " is too small for a double, it would become 0");
    }
    if (Math.abs(value) >= EXACT && isPlainInteger(text)) {
      BigDecimal exact = new BigDecimal(value);
      if (exact.compareTo(new BigDecimal(text)) != 0) {
        throw new Refused(
            shown(text) + " is an integer beyond exactness, it would become " + exact);
      }
    }
    return value;
  }

  /**
   * Reads an integer; exponents and fractions of zero, such as 1e6 and 4.0, are allowed.
   *
   * @throws Refused if it has a fraction or lies outside the range
   */
  static long toLong(String text, long least, long greatest) throws Refused {
    String range = "; integers here go from " + least + " to " + greatest;
    BigDecimal value;
    try {
      value = new BigDecimal(text);
    } catch (NumberFormatException e) { // an exponent beyond an int
      if (isZero(text)) {
        return 0;
      }
      throw new Refused(
          Double.parseDouble(text) == 0
              ? shown(text) + " is not an integer"
              : shown(text) + " is too large" + range);
    }
    if (value.signum() == 0) {
      return 0;
    }
    // Compared before any arithmetic: 1e999999999 must not be written out.
    if ((long) value.precision() - value.scale() > LONGEST_LONG) {
      throw new Refused(
          shown(text) + (value.signum() > 0 ? " is too large" : " is too small") + range);
    }
    if (value.stripTrailingZeros().scale() > 0) {
      throw new Refused(shown(text) + " has a fraction, but an integer is needed");
    }
    if (value.compareTo(BigDecimal.valueOf(greatest)) > 0) {
      throw new Refused(shown(text) + " is too large" + range);
    }
    if (value.compareTo(BigDecimal.valueOf(least)) < 0) {
      throw new Refused(shown(text) + " is too small" + range);
    }
    return value.longValue();
  }

  /** A bound or a unit-free number in a message: as {@link Decimal#of}, an integer without ".0". */
  static String brief(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Double.toString(value);
    }
    String text = Decimal.of(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** A number as written, cut if it is very long. */
  static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 37) + "...";
  }

  private static boolean isZero(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 'e' || c == 'E') {
        return true;
      }
      if (c >= '1' && c <= '9') {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlainInteger(String text) {
    return text.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
  }
}
